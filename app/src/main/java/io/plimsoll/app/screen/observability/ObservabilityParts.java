package io.plimsoll.app.screen.observability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.observability.ObservabilityCsv;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.screen.ranked.RankedModel;
import io.plimsoll.app.screen.ranked.RankedParts;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What the screen says of the cost of observability.
///
/// @param remarks sentences about the data
record ObservabilityParts(ScreenContext context, RankedModel<ObservabilityReport, Section, ObservabilityEntry> model,
        VBox remarks) implements RankedParts<ObservabilityReport, Section, ObservabilityEntry> {
    private static final Map<String, Comparator<ObservabilityEntry>> ORDERS = Map.of("title",
            Comparator.comparing(ObservabilityEntry::title), "kind", Comparator.comparing(ObservabilityEntry::kind),
            "cost", Comparator.comparing((ObservabilityEntry each) -> each.cost().isEmpty()
                    ? ""
                    : each.cost().getFirst().currency()).thenComparing(
                            each -> each.cost().isEmpty() ? BigDecimal.ZERO : each.cost().getFirst().amount()));

    @Override
    public List<Section> choices() {
        return List.of(Section.values());
    }

    @Override
    public String title(Section choice) {
        return choice.title();
    }

    @Override
    public List<Column<ObservabilityEntry>> columns() {
        return List.of(
                Column.<ObservabilityEntry>node("title", Messages.text("observability.subject"), 214,
                        ObservabilityEntry::title, each -> Words.name(each.title(), each.under())),
                Column.<ObservabilityEntry>text("kind", Messages.text("observability.kind"), 142,
                        ObservabilityEntry::kind),
                Column.<ObservabilityEntry>number("cost", Messages.text("observability.cost"), 84,
                        each -> (each.estimate() && !each.cost().isEmpty() ? "\u2248 " : "")
                                + ObservabilityText.sums(each.cost())),
                Column.<ObservabilityEntry>number("share", Messages.text("observability.share"), 80,
                        ObservabilityEntry::share).unsortable(),
                Column.<ObservabilityEntry>node("says", Messages.text("observability.says"), 262,
                        ObservabilityEntry::says, each -> Words.cell(each.says())).unsortable());
    }

    @Override
    public Map<String, Comparator<ObservabilityEntry>> orders() {
        return ORDERS;
    }

    @Override
    public @Nullable EmptyState nothing(ObservabilityReport report) {
        return report.ledger().days() == null && report.metrics().isEmpty()
                ? Unanswered.of(context, Messages.text("observability.nothing"),
                        Messages.text("observability.nothingHint"))
                : null;
    }

    @Override
    public void show(ObservabilityReport report, Card list, Labeled total) {
        list.setTitle(Messages.text("screen.observability"));
        list.setHint(report.ledger().days() == null ? "" : DateFormats.span(report.ledger().days()));
        total.setText(ObservabilityText.total(report));
        remarks.getChildren()
                .setAll(report.remarks().stream().map(each -> Words.paragraph(each, "pl-dim", "pl-small")).toList());
    }

    @Override
    public EmptyState empty(ObservabilityReport report) {
        String key = model.searchProperty().get().isBlank()
                ? "observability.none." + model.choiceProperty().get().id()
                : "observability.none";
        return EmptyState.of(Messages.text(key), Messages.text(key + "Hint"));
    }

    @Override
    public String blank(List<ObservabilityEntry> rows) {
        return rows.stream().allMatch(each -> each.share().isEmpty()) ? "share" : "";
    }

    @Override
    public String name(ObservabilityEntry entry) {
        return entry.title();
    }

    @Override
    public List<Node> details(ObservabilityEntry entry) {
        List<Node> words = new ArrayList<>(List.of(Words.paragraph(entry.kind(), "pl-dim")));
        if (!entry.cost().isEmpty()) {
            words.add(Words.paragraph(Messages.text(entry.estimate() ? "observability.about" : "observability.costs",
                    entry.cost().stream().map(MoneyFormat::exact).collect(Collectors.joining(" \u00b7 "))),
                    "pl-medium"));
        }
        entry.more().stream().filter(each -> !each.isBlank()).forEach(each -> words.add(Words.paragraph(each)));
        return words;
    }

    @Override
    public ProvenanceInfo origin(ObservabilityReport report, ObservabilityEntry entry, Progress progress,
            Cancellation cancellation) {
        return new ObservabilityOrigin(context.workbench(), report).of(entry, progress, cancellation);
    }

    @Override
    public ProvenanceInfo total(ObservabilityReport report) {
        return new ObservabilityOrigin(context.workbench(), report).total();
    }

    @Override
    public String csv(ObservabilityReport report, List<ObservabilityEntry> listed) {
        return ObservabilityCsv.of(report);
    }
}
