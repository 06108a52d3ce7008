package io.plimsoll.app.screen.idle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.IdleCsv;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.screen.ranked.RankedParts;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What the screen says of idle resources.
///
/// @param beside    the card of what can't be told
/// @param undecided its lines
record IdleParts(ScreenContext context, Card beside, VBox undecided)
        implements
            RankedParts<IdleReport, Sure, IdleFinding> {
    private static final Map<String, Comparator<IdleFinding>> ORDERS = Map.of("kind",
            Comparator.comparing(each -> IdleText.kind(each.kind())), "resource",
            Comparator.comparing(IdleFinding::name), "certainty", Comparator.comparing(IdleFinding::certainty), "cost",
            Comparator.comparing((IdleFinding each) -> each.cost().map(Money::currency).orElse(""))
                    .thenComparing(each -> each.cost().map(Money::amount).orElse(BigDecimal.ZERO)));

    @Override
    public List<Sure> choices() {
        return List.of(Sure.values());
    }

    @Override
    public String title(Sure choice) {
        return choice.title();
    }

    @Override
    public List<Column<IdleFinding>> columns() {
        return List.of(
                Column.<IdleFinding>node("resource", Messages.text("idle.resource"), 166, IdleFinding::resourceId,
                        each -> Words.name(each.name(), each.region())),
                Column.<IdleFinding>text("kind", Messages.text("idle.kind"), 156, each -> IdleText.kind(each.kind())),
                Column.<IdleFinding>number("cost", Messages.text("idle.cost"), 74, IdleText::cost),
                Column.<IdleFinding>node("certainty", Messages.text("idle.certainty"), 84,
                        each -> IdleText.certainty(each.certainty()), IdleParts::certainty),
                Column.<IdleFinding>node("evidence", Messages.text("idle.evidence"), 300, IdleFinding::evidence,
                        each -> Words.cell(each.evidence())).unsortable());
    }

    private static Pill certainty(IdleFinding finding) {
        return new Pill(IdleText.certainty(finding.certainty()), IdleText.tone(finding.certainty()));
    }

    @Override
    public Map<String, Comparator<IdleFinding>> orders() {
        return ORDERS;
    }

    @Override
    public @Nullable EmptyState nothing(IdleReport report) {
        return report.period() == null
                ? Unanswered.of(context, Messages.text("idle.nothing"), Messages.text("idle.nothingHint"))
                : null;
    }

    @Override
    public void show(IdleReport report, Card list, Labeled total) {
        Days period = report.period();
        list.setTitle(Messages.text("idle.count", Formats.count(report.findings().size())));
        list.setHint(period == null ? "" : DateFormats.span(period));
        total.getStyleClass().remove("pl-good");
        total.getStyleClass().add("pl-good");
        total.setText(report.monthlyCost().isEmpty()
                ? ""
                : Messages.text("idle.total", IdleText.sums(report.monthlyCost())));
        undecided.getChildren().setAll(report.undecided().stream().map(IdleParts::line).toList());
        beside.setVisible(!report.undecided().isEmpty());
        beside.setManaged(!report.undecided().isEmpty());
    }

    private static Node line(UndecidedResources each) {
        return new VBox(2, Words.paragraph(IdleText.undecided(each), "pl-medium"),
                Words.paragraph(each.reason(), "pl-dim", "pl-small"));
    }

    @Override
    public EmptyState empty(IdleReport report) {
        String key = report.findings().isEmpty() ? "idle.clean" : "idle.none";
        return EmptyState.of(Messages.text(key), Messages.text(key + "Hint"));
    }

    @Override
    public String blank(List<IdleFinding> rows) {
        return "";
    }

    @Override
    public String name(IdleFinding finding) {
        return finding.name();
    }

    @Override
    public List<Node> details(IdleFinding finding) {
        HBox sort = new HBox(8, Words.paragraph(IdleText.kind(finding.kind()), "pl-dim"), certainty(finding));
        sort.setAlignment(Pos.CENTER_LEFT);
        return List.of(sort, Words.paragraph(finding.resourceId(), "pl-mono", "pl-small"),
                Words.paragraph(Messages.text("idle.aMonth", IdleText.cost(finding)), "pl-medium"),
                Words.paragraph(finding.evidence(), "pl-dim"), Words.paragraph(finding.remedy()));
    }

    @Override
    public ProvenanceInfo origin(IdleReport report, IdleFinding finding, Progress progress, Cancellation cancellation) {
        return IdleOrigin.of(context.workbench(), report, finding);
    }

    @Override
    public ProvenanceInfo total(IdleReport report) {
        return IdleOrigin.total(report);
    }

    @Override
    public String csv(IdleReport report, List<IdleFinding> listed) {
        return IdleCsv.of(listed);
    }
}
