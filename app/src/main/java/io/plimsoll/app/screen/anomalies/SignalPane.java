package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// An event outside the bill: its readings over what is usual, what else was measured of its workload at the time, what that cost, and
/// why it was flagged.
final class SignalPane {
    private final ScreenContext context;
    private final SignalModel model;
    private final Label headline = FindingCard.headline("anomalies-signal-headline");
    private final ChartView chart = new ChartView(ChartSpec.line("").build()).zoomable();
    private final VBox beside = new VBox(6);
    private final Card besideCard;
    private final Label sentence = new Label();
    private final FlowPane parts = new FlowPane(16, 4);
    private final Card reason;
    private final TwoCards cards;
    private final Sheet sheet = new Sheet();

    SignalPane(ScreenContext context, SignalModel model, JudgementBar judgement, AnomalyFiles files) {
        this.context = context;
        this.model = model;
        chart.setId("anomalies-signal-chart");
        files.offer(chart);
        sentence.setId("anomalies-signal-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        beside.setId("anomalies-signal-beside");
        beside.setMinWidth(0);
        besideCard = new Card(Messages.text("anomalies.signal.beside"), "", beside);
        Label remark = line("", "pl-faint");
        remark.setId("anomalies-signal-remark");
        remark.getStyleClass().add("pl-small");
        remark.textProperty().bind(model.remarkProperty());
        remark.managedProperty().bind(remark.textProperty().isNotEmpty());
        reason = new Card(Messages.text("anomalies.reason"), "", new VBox(7, sentence, parts, remark));
        cards = new TwoCards(besideCard, new CommitsCard(model.commits()),
                model.detailProperty().isNull().and(model.failureProperty().isNull()));
        sheet.setStyle("-fx-padding: 0");
        VBox below = new VBox(6);
        below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
        Card readings = new Card("", "", below, chart).withLead(headline).withActions(judgement);
        FindingCard.giveWay(readings, below, judgement);
        sheet.fill(readings)
                .add(cards)
                .add(reason);
        model.signalProperty().addListener((property, before, now) -> show());
        model.detailProperty().addListener((property, before, now) -> showBeside());
        model.failureProperty().addListener((property, before, now) -> showBeside());
        show();
        showBeside();
    }

    Region region() {
        return sheet;
    }

    /// How much room the cards below the chart take.
    DoubleBinding textsHeight() {
        return cards.heightProperty().add(reason.heightProperty());
    }

    private void show() {
        Signal signal = model.signalProperty().get();
        if (signal == null) {
            return;
        }
        headline.setText(EventText.headline(signal));
        headline.setTooltip(new Tooltip(signal.key().dimensions().isEmpty()
                ? headline.getText()
                : headline.getText() + "\n" + FindingText.elementInFull(signal.key().dimensions())));
        chart.show(SignalChart.of(signal));
        sentence.setText(ForeignText.whole(signal.explanation().sentence()));
        parts.getChildren().setAll(signal.explanation().contributions().stream().map(SignalPane::part).toList());
        reason.setHint(Messages.text("anomalies.signal.hint", EventText.domain(signal.domain()),
                FindingText.confidence(signal), signal.severity().name().toLowerCase(Locale.ROOT)));
    }

    private static Label part(Contribution part) {
        Label label = new Label(part.name() + "  " + FindingText.percent(part));
        label.getStyleClass().addAll("pl-dim", "pl-small");
        return label;
    }

    private void showBeside() {
        Failure failure = model.failureProperty().get();
        SignalDetail detail = model.detailProperty().get();
        besideCard.setHint(detail == null ? "" : detail.workload());
        if (failure != null) {
            beside.getChildren().setAll(EmptyState.of(failure.sentence(), failure.remedy()));
        } else if (detail == null) {
            beside.getChildren().setAll(EmptyState.loading());
        } else {
            beside.getChildren().setAll(lines(detail));
        }
    }

    private List<Region> lines(SignalDetail detail) {
        List<Region> lines = new ArrayList<>();
        if (!detail.note().isEmpty()) {
            lines.add(line(detail.note(), "pl-dim"));
        }
        for (Neighbour each : detail.neighbours()) {
            lines.add(line(each.text(), each.moved() ? "pl-medium" : "pl-faint"));
        }
        if (!detail.cost().isEmpty()) {
            lines.add(line(cost(detail), "pl-dim"));
        }
        if (!detail.workload().isEmpty() && detail.note().isEmpty()) {
            Button open = new Button(Messages.text("anomalies.signal.open"));
            open.setId("anomalies-signal-open");
            open.setOnAction(event -> context.show("rightsizing", detail.workload()));
            lines.add(open);
        }
        return lines;
    }

    private static String cost(SignalDetail detail) {
        return detail.usual().isEmpty()
                ? Messages.text("anomalies.signal.cost", sums(detail.cost()))
                : Messages.text("anomalies.signal.costUsual", sums(detail.cost()), sums(detail.usual()));
    }

    private static String sums(List<Money> amounts) {
        return amounts.stream().map(MoneyFormat::exact).collect(Collectors.joining(", "));
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
