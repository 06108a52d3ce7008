package io.plimsoll.app.screen.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What the rules found, which of them are listed, and in which order. On the FX thread.
final class QualityModel {
    private static final Comparator<RuleResult> WORST_FIRST = Comparator.comparing(RuleResult::state)
            .thenComparing(rule -> !rule.parts().isEmpty()).thenComparing(RuleResult::level)
            .thenComparing(RuleResult::failed, Comparator.reverseOrder());
    private static final Map<String, Comparator<RuleResult>> ORDERS = Map.of("rule",
            Comparator.comparing(RuleResult::id), "level", Comparator.comparing(RuleResult::level), "state",
            Comparator.comparing(RuleResult::state), "rows", Comparator.comparing(RuleResult::checked), "failed",
            Comparator.comparing(RuleResult::failed));

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable ConformanceReport> report = new ReadOnlyObjectWrapper<>(this,
            "report");
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.FAILED);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");

    QualityModel(ScreenContext context) {
        this.context = context;
    }

    /// Asks again what the rules found. Until the answer is there, what was known stays.
    void refresh() {
        context.tasks().latest(this, Messages.text("quality.judging"),
                (progress, cancellation) -> context.workbench().conformance().report(Set.of(), cancellation),
                report::set);
    }

    /// Null until the first answer.
    ReadOnlyObjectProperty<@Nullable ConformanceReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    /// Words of which all must stand in a rule's id, level, entity or text.
    StringProperty searchProperty() {
        return search;
    }

    /// The rules that are listed, the worst first: mandatory before recommended, single rules before what is made of them.
    List<RuleResult> listed() {
        ConformanceReport known = report.get();
        List<String> words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return known == null
                ? List.of()
                : known.rules().stream().filter(rule -> show.get().lists(rule.state()))
                        .filter(rule -> words.stream().allMatch(text(rule)::contains)).sorted(WORST_FIRST).toList();
    }

    private static String text(RuleResult rule) {
        return String.join(" ", rule.id(), rule.level().keyword(), rule.entity(), rule.function(), rule.text())
                .toLowerCase(Locale.ROOT);
    }

    static Page<RuleResult> page(List<RuleResult> rules, PageRequest request) {
        return Page.sorted(rules, request, ORDERS);
    }

    Optional<RuleResult> find(String id) {
        ConformanceReport known = report.get();
        return known == null
                ? Optional.empty()
                : known.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
