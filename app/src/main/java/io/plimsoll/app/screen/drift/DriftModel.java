package io.plimsoll.app.screen.drift;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftCsv;
import io.plimsoll.analysis.change.DriftReport;
import io.plimsoll.analysis.change.DriftRequest;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Badge;
import io.plimsoll.app.text.Messages;

/// The last comparison, and which of its fields are listed. On the FX thread.
final class DriftModel {
    private static final Map<String, Comparator<DriftRow>> ORDERS = Map.of("workload",
            Comparator.comparing(DriftRow::object), "field", Comparator.comparing(DriftRow::field), "state",
            Comparator.comparing(DriftRow::state), "owner", Comparator.comparing(DriftText::owner), "place",
            Comparator.comparing(DriftText::place));

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.DIFFER);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final StringProperty root = new SimpleStringProperty(this, "root", "");
    private @Nullable Path lastDump;

    DriftModel(ScreenContext context) {
        this.context = context;
    }

    /// Null until the first answer.
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// A dump is being compared.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    /// Words of which all must stand in a row.
    StringProperty searchProperty() {
        return search;
    }

    /// What deploys this cluster, where the clone holds several; empty for everything.
    StringProperty rootProperty() {
        return root;
    }

    @Nullable
    DriftReport report() {
        Shown now = shown.get();
        return now == null ? null : now.report();
    }

    /// How many fields differ.
    ObservableValue<Badge> badge() {
        return shown.map(now -> now.report() == null ? Badge.NONE : Badge.alarm(now.report().differences()))
                .orElse(Badge.NONE);
    }

    /// Looks up what was compared last.
    void refresh() {
        context.tasks().latest(this, Messages.text("drift.looking"),
                (progress, cancellation) -> Shown.read(context.workbench()), shown::set);
    }

    /// Compares the last dump again, if it was chosen in this session.
    void again() {
        Path dump = lastDump;
        if (dump != null) {
            compare(dump);
        }
    }

    void compare(Path dump) {
        lastDump = dump;
        DriftRequest request = new DriftRequest(dump, "", root.get().strip());
        String title = Messages.text("drift.comparing", dump.getFileName());
        busy.set(true);
        context.tasks().inTurn(this, title, (progress, cancellation) -> new Shown(true,
                context.workbench().drift().compare(request, progress, cancellation), false), compared -> {
                    busy.set(false);
                    DriftReport report = compared.report();
                    show.set(report != null && report.differences() == 0 ? Show.ALL : Show.DIFFER);
                    shown.set(compared);
                }, thrown -> {
                    busy.set(false);
                    context.tasks().report(title, thrown);
                }, () -> busy.set(false));
    }

    /// Puts into the change set that Git says what the cluster says.
    void adopt(DriftRow row) {
        context.tasks().submit(Messages.text("drift.adopting", row.workload()),
                (progress, cancellation) -> context.workbench().drift().adopt(row), set -> {
                    context.notice(Messages.text("drift.adopted", row.field(), row.workload()));
                    context.show("changes", row.workload());
                });
    }

    /// Writes the listed fields as CSV.
    void export(Path file) {
        List<DriftRow> rows = listed();
        context.tasks().submit(Messages.text("drift.exporting"), (progress, cancellation) -> {
            AtomicFile.write(file, DriftCsv.of(rows));
            return true;
        }, written -> context.notice(Messages.text("drift.exported", file.getFileName())));
    }

    /// The fields that are listed, differences first.
    List<DriftRow> listed() {
        DriftReport report = report();
        List<String> words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return report == null
                ? List.of()
                : report.rows().stream().filter(show.get()::lists)
                        .filter(row -> words.stream().allMatch(row.words()::contains)).toList();
    }

    static Page<DriftRow> page(List<DriftRow> rows, PageRequest request) {
        return Page.sorted(rows, request, ORDERS);
    }
}
