package io.plimsoll.app.screen.observability;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.observability.ObservabilityCsv;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The report, and which part of it is listed. On the FX thread.
final class ObservabilityModel {
    /// What the list is about.
    enum Section {
        LEDGER, SERIES, CUTS;

        String title() {
            return Messages.text("observability.section." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Map<String, Comparator<ObservabilityEntry>> ORDERS = Map.of("title",
            Comparator.comparing(ObservabilityEntry::title), "kind", Comparator.comparing(ObservabilityEntry::kind),
            "cost", Comparator.comparing((ObservabilityEntry each) -> each.cost().isEmpty()
                    ? ""
                    : each.cost().getFirst().currency()).thenComparing(
                            each -> each.cost().isEmpty() ? BigDecimal.ZERO : each.cost().getFirst().amount()));

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable ObservabilityReport> report = new ReadOnlyObjectWrapper<>(this,
            "report");
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(this, "section", Section.LEDGER);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");

    private long asked = -1;

    ObservabilityModel(ScreenContext context) {
        this.context = context;
    }

    /// Null until the first answer.
    ReadOnlyObjectProperty<@Nullable ObservabilityReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ObjectProperty<Section> sectionProperty() {
        return section;
    }

    /// Words of which all must stand in a line.
    StringProperty searchProperty() {
        return search;
    }

    /// Looks again, unless nothing has changed since the last time: no filter of the window has a say here.
    void refresh() {
        long revision = context.revisionProperty().get();
        if (revision == asked) {
            return;
        }
        asked = revision;
        String title = Messages.text("observability.looking");
        context.tasks().latest(this, title,
                (progress, cancellation) -> context.workbench().observability().report(progress, cancellation),
                this::take, thrown -> {
                    asked = -1;
                    context.tasks().report(title, thrown);
                });
    }

    /// The first answer shows a section that has lines: without a bill there is no cost, but there are series.
    private void take(ObservabilityReport found) {
        if (report.get() == null && ObservabilityText.ledger(found).isEmpty()) {
            section.set(found.wastes().isEmpty() ? Section.CUTS : Section.SERIES);
        }
        report.set(found);
    }

    /// What stands in the list's place when it has no line.
    EmptyState emptyState() {
        String key = search.get().isBlank()
                ? "observability.none." + section.get().name().toLowerCase(Locale.ROOT)
                : "observability.none";
        return EmptyState.of(Messages.text(key), Messages.text(key + "Hint"));
    }

    List<ObservabilityEntry> listed() {
        ObservabilityReport found = report.get();
        if (found == null) {
            return List.of();
        }
        List<ObservabilityEntry> all = switch (section.get()) {
            case LEDGER -> ObservabilityText.ledger(found);
            case SERIES -> ObservabilityText.series(found);
            case CUTS -> ObservabilityText.cuts(found);
        };
        List<String> words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return all.stream().filter(each -> words.stream().allMatch(words(each)::contains)).toList();
    }

    private static String words(ObservabilityEntry each) {
        return (String.join(" ", each.title(), each.under(), each.kind(), each.says()) + " "
                + String.join(" ", each.more())).toLowerCase(Locale.ROOT);
    }

    static Page<ObservabilityEntry> page(List<ObservabilityEntry> rows, PageRequest request) {
        return Page.sorted(rows, request, ORDERS);
    }

    /// Writes all three sections as CSV.
    void export(Path file) {
        ObservabilityReport all = report.get();
        if (all != null) {
            context.tasks().submit(Messages.text("observability.exporting"), (progress, cancellation) -> {
                AtomicFile.write(file, ObservabilityCsv.of(all));
                return true;
            }, written -> context.notice(Messages.text("observability.exported", file.getFileName())));
        }
    }
}
