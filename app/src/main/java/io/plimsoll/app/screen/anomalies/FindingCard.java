package io.plimsoll.app.screen.anomalies;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;

/// The finding's headline, its days over what was expected, and the user's judgement.
final class FindingCard extends StackPane {
    private final AnomaliesModel model;
    private final FindingModel finding;
    private final Label headline = new Label();
    private final ChartView chart = new ChartView(ChartSpec.line("").build());
    private final LabelButtons labels;

    FindingCard(AnomaliesModel model, FindingModel finding, AnomaliesActions actions) {
        this.model = model;
        this.finding = finding;
        this.labels = new LabelButtons(actions::label);
        headline.setId("anomalies-headline");
        headline.getStyleClass().add("pl-card-title");
        headline.setMinWidth(0);
        headline.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        headline.setMnemonicParsing(false);
        chart.setId("anomalies-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        Card card = new Card("", "", chart).withLead(headline).withActions(labels);
        getChildren().add(card);
        finding.footerProperty().addListener((property, before, now) -> card.setFooter(now));
        finding.findingProperty().addListener((property, before, now) -> draw());
        finding.detailProperty().addListener((property, before, now) -> draw());
        model.labelsProperty().addListener((property, before, now) -> label());
        draw();
    }

    private void draw() {
        Finding shown = finding.findingProperty().get();
        if (shown != null) {
            headline.setText(FindingText.headline(shown));
            headline.setTooltip(new Tooltip(shown.key().text().isEmpty()
                    ? headline.getText()
                    : FindingText.elementInFull(shown.key().dimensions())));
            chart.show(finding.band().spec(FindingText.headline(shown)));
        }
        label();
    }

    private void label() {
        Finding shown = finding.findingProperty().get();
        labels.show(shown == null ? null : model.labelOf(shown));
    }
}
