package io.plimsoll.app.screen.repository;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.CommitEntry;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// The columns of the five lists.
final class RepositoryTables {
    /// Characters of a path, so that its line is not what is cut off.
    private static final int LONGEST = 27;

    private RepositoryTables() {
    }

    static PagedTable<PlacedKnob> knobs(Tasks tasks) {
        return new PagedTable<>(tasks, Messages.text("repo.tab.knobs"), List.of(
                Column.mono("place", Messages.text("repo.place"), 216, row -> tail(row.place())),
                Column.text("kind", Messages.text("repo.kindOf"), 122, row -> row.knob().kind()),
                Column.text("name", Messages.text("repo.name"), 110, row -> row.knob().name()),
                Column.text("container", Messages.text("repo.container"), 106, row -> row.knob().container()),
                Column.text("knob", Messages.text("repo.knob"), 106, row -> words(row.knob().field())),
                Column.mono("value", Messages.text("repo.value"), 70, row -> row.knob().value()),
                Column.text("unit", Messages.text("repo.unit"), 66, row -> unit(row.knob())),
                Column.node("editable", Messages.text("repo.editableColumn"), 80, RepositoryTables::editable,
                        RepositoryTables::editablePill)));
    }

    static PagedTable<OwnedValue> owners(Tasks tasks) {
        return new PagedTable<>(tasks, Messages.text("repo.tab.owners"), List.of(
                Column.text("workload", Messages.text("repo.workload"), 150, OwnedValue::workload),
                Column.text("knob", Messages.text("repo.knob"), 106, row -> words(row.placed().knob().field())),
                Column.text("container", Messages.text("repo.container"), 82, row -> row.placed().knob().container()),
                Column.mono("value", Messages.text("repo.value"), 72, row -> row.placed().knob().value()),
                Column.mono("place", Messages.text("repo.owner"), 216, row -> tail(row.placed().place())),
                Column.text("role", Messages.text("repo.role"), 104, RepositoryTables::role),
                Column.node("effect", Messages.text("repo.effect"), 134, RepositoryTables::effect,
                        row -> new Pill(effect(row), row.takesEffect() ? Tone.GOOD : Tone.NEUTRAL)),
                Column.<OwnedValue>number("sharers", Messages.text("repo.sharers"), 80,
                        row -> row.sharedBy().isEmpty() ? "" : Formats.count(row.sharedBy().size() + 1L))));
    }

    static PagedTable<WorkloadRow> workloads(Tasks tasks) {
        return new PagedTable<>(tasks, Messages.text("repo.tab.workloads"), List.of(
                Column.text("workload", Messages.text("repo.workload"), 200, WorkloadRow::whole),
                Column.text("kind", Messages.text("repo.kindOf"), 110, WorkloadRow::kind),
                Column.node("state", Messages.text("repo.match"), 110, row -> state(row.state()),
                        row -> new Pill(state(row.state()), tone(row.state()))),
                Column.text("seen", Messages.text("repo.seen"), 150, RepositoryTables::seen),
                Column.<WorkloadRow>number("cost", Messages.text("repo.cost"), 90, row -> cost(row.cost())),
                Column.mono("file", Messages.text("repo.file"), 216, row -> tail(row.file()))));
    }

    static PagedTable<RepositoryFinding> findings(Tasks tasks) {
        return new PagedTable<>(tasks, Messages.text("repo.tab.findings"), List.of(
                Column.node("severity", Messages.text("repo.severity"), 108,
                        row -> RepositoryModel.title(row.severity()),
                        row -> new Pill(RepositoryModel.title(row.severity()), RepositoryModel.tone(row.severity()))),
                Column.text("kind", Messages.text("repo.finding"), 138, RepositoryModel::title),
                Column.text("subject", Messages.text("repo.subject"), 150, RepositoryFinding::subject),
                Column.mono("place", Messages.text("repo.place"), 190, row -> tail(row.place())),
                Column.text("evidence", Messages.text("repo.evidence"), 280, RepositoryFinding::evidence)));
    }

    static PagedTable<CommitEntry> history(Tasks tasks) {
        return new PagedTable<>(tasks, Messages.text("repo.tab.history"), List.of(
                Column.<CommitEntry>mono("commit", Messages.text("repo.commit"), 74,
                        row -> row.commit().id().substring(0, 7)).unsortable(),
                Column.<CommitEntry>text("time", Messages.text("repo.time"), 92,
                        row -> DateFormats.time(row.commit().time())).unsortable(),
                Column.<CommitEntry>text("author", Messages.text("repo.author"), 96,
                        row -> row.commit().author().name()).unsortable(),
                Column.<CommitEntry>text("subject", Messages.text("repo.subject"), 240,
                        row -> row.commit().subject()).unsortable(),
                Column.<CommitEntry>node("signed", Messages.text("repo.signed"), 98,
                        row -> signed(row), RepositoryTables::signedPill).unsortable(),
                Column.<CommitEntry>text("changes", Messages.text("repo.changes"), 210, RepositoryTables::changes)
                        .unsortable()));
    }

    static final Map<String, Comparator<PlacedKnob>> KNOB_ORDERS = Map.of("place",
            Comparator.comparing((PlacedKnob row) -> row.knob().file()).thenComparing(PlacedKnob::line), "kind",
            Comparator.comparing((PlacedKnob row) -> row.knob().kind()), "name",
            Comparator.comparing((PlacedKnob row) -> row.knob().name()), "container",
            Comparator.comparing((PlacedKnob row) -> row.knob().container()), "knob",
            Comparator.comparing((PlacedKnob row) -> row.knob().field()), "value",
            Comparator.comparing((PlacedKnob row) -> row.knob().value()), "unit",
            Comparator.comparing((PlacedKnob row) -> row.knob().unit()), "editable",
            Comparator.comparing(RepositoryTables::editable));

    static final Map<String, Comparator<OwnedValue>> OWNER_ORDERS = Map.of("workload",
            Comparator.comparing(OwnedValue::workload), "knob",
            Comparator.comparing((OwnedValue row) -> row.placed().knob().field()), "container",
            Comparator.comparing((OwnedValue row) -> row.placed().knob().container()), "value",
            Comparator.comparing((OwnedValue row) -> row.placed().knob().value()), "place",
            Comparator.comparing((OwnedValue row) -> row.placed().place()), "role",
            Comparator.comparing(OwnedValue::role), "effect", Comparator.comparing(OwnedValue::takesEffect), "sharers",
            Comparator.comparing((OwnedValue row) -> row.sharedBy().size()));

    static final Map<String, Comparator<WorkloadRow>> WORKLOAD_ORDERS = Map.of("workload",
            Comparator.comparing(WorkloadRow::whole), "kind", Comparator.comparing(WorkloadRow::kind), "state",
            Comparator.comparing(WorkloadRow::state), "seen", Comparator.comparing(RepositoryTables::seen), "cost",
            Comparator.comparing((WorkloadRow row) -> row.cost().stream().map(Money::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::max)),
            "file",
            Comparator.comparing(WorkloadRow::file));

    static final Map<String, Comparator<RepositoryFinding>> FINDING_ORDERS = Map.of("severity",
            RepositoryFinding.WORST_FIRST, "kind", Comparator.comparing(RepositoryModel::title), "subject",
            Comparator.comparing(RepositoryFinding::subject), "place",
            Comparator.comparing(RepositoryFinding::file).thenComparing(RepositoryFinding::line), "evidence",
            Comparator.comparing(RepositoryFinding::evidence));

    /// The end of a path says most; where it is long its start is left out, and the whole stands in the details.
    static String tail(String place) {
        int last = place.lastIndexOf('/');
        int before = place.lastIndexOf('/', last - 1);
        String end = before <= 0 ? place : "\u2026/" + place.substring(before + 1);
        return end.length() <= LONGEST ? end : "\u2026" + end.substring(end.length() - LONGEST + 1);
    }

    static String words(String field) {
        return field.replace('-', ' ');
    }

    static String unit(Knob knob) {
        return Messages.text("repo.unit." + knob.unit().name().toLowerCase(Locale.ROOT));
    }

    static String editable(PlacedKnob row) {
        return row.knob().editable() ? Messages.text("repo.yes") : code(row.knob().reason());
    }

    private static Node editablePill(PlacedKnob row) {
        return new Pill(editable(row), row.knob().editable() ? Tone.GOOD : Tone.NEUTRAL);
    }

    private static String code(String reason) {
        int colon = reason.indexOf(':');
        return (colon < 0 ? reason : reason.substring(0, colon)).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String role(OwnedValue row) {
        return Messages.text("repo.role." + row.role().name().toLowerCase(Locale.ROOT));
    }

    private static String effect(OwnedValue row) {
        return Messages.text(row.takesEffect() ? "repo.takesEffect" : "repo.shadowed");
    }

    static String state(LinkState state) {
        return Messages.text("repo.state." + state.name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(LinkState state) {
        return switch (state) {
            case MATCHED -> Tone.GOOD;
            case AMBIGUOUS -> Tone.BAD;
            case UNMATCHED -> Tone.WARN;
        };
    }

    private static String seen(WorkloadRow row) {
        return Stream.of(row.files().isEmpty() ? "" : Messages.text("repo.inGit"),
                row.cost().isEmpty() ? "" : Messages.text("repo.inBill"),
                row.series() == 0 ? "" : Messages.text("repo.inTelemetry")).filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String cost(List<Money> cost) {
        return cost.stream().map(MoneyFormat::brief).collect(Collectors.joining(" "));
    }

    private static String signed(CommitEntry row) {
        return Messages.text(row.signed() ? "repo.isSigned" : "repo.unsigned");
    }

    private static Node signedPill(CommitEntry row) {
        return new Pill(signed(row), row.signed() ? Tone.GOOD : Tone.NEUTRAL);
    }

    private static String changes(CommitEntry row) {
        String changes = row.changes().stream().limit(3).map(each -> words(each.knob().field()) + " "
                + shown(each.before()) + " \u2192 " + shown(each.after())).collect(Collectors.joining(", "));
        String more = row.changes().size() > 3
                ? changes + ", " + Messages.text("repo.more", Formats.count(row.changes().size() - 3))
                : changes;
        return row.ours() ? Messages.text("repo.ours") + (more.isEmpty() ? "" : ": " + more) : more;
    }

    static String shown(String value) {
        return value.isEmpty() ? Messages.text("changes.none") : value;
    }
}
