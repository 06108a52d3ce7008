package io.plimsoll.app.screen.anomalies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.billing.ComparedDays;
import io.plimsoll.analysis.billing.ComparedDays.Against;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartSpec.Span;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The finding's headline, its days over what was expected and, if wanted, over earlier days, what it comes to if nothing is done, and the
/// user's judgement.
final class FindingCard extends StackPane {
    /// A card that is less wide has its buttons below the headline.
    static final double NARROW = 640;

    private final FindingModel finding;
    private final ComparedModel compared;
    private final Label headline = headline("anomalies-headline");
    private final Label monthly = new Label();
    private final Label difference = new Label();
    private final ChartView chart = new ChartView(ChartSpec.line("").build()).zoomable();

    FindingCard(FindingModel finding, ComparedModel compared, JudgementBar judgement, AnomalyFiles files) {
        this.finding = finding;
        this.compared = compared;
        chart.setId("anomalies-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        files.offer(chart);
        difference.setId("anomalies-difference");
        difference.setWrapText(true);
        difference.setMinHeight(USE_PREF_SIZE);
        difference.getStyleClass().addAll("pl-dim", "pl-small");
        difference.managedProperty().bind(difference.textProperty().isNotEmpty());
        VBox tools = new VBox(6, tools());
        Card card = new Card("", "", tools, difference, chart).withLead(headline).withActions(judgement);
        giveWay(card, tools, judgement);
        getChildren().add(card);
        finding.footerProperty().addListener((property, before, now) -> card.setFooter(now));
        finding.findingProperty().addListener((property, before, now) -> {
            draw();
            compare();
        });
        finding.detailProperty().addListener((property, before, now) -> draw());
        compared.stateProperty().addListener((property, before, now) -> draw());
        chart.zoomProperty().addListener((property, before, now) -> compare());
        draw();
        compare();
    }

    /// In a narrow card the buttons stand below the headline, which would not be read beside them.
    static void giveWay(Card card, VBox below, JudgementBar judgement) {
        card.widthProperty().addListener((property, before, now) -> {
            boolean narrow = now.doubleValue() < NARROW;
            boolean moved = below.getChildren().contains(judgement);
            if (narrow && !moved) {
                below.getChildren().addFirst(judgement);
            } else if (!narrow && moved) {
                below.getChildren().remove(judgement);
                card.withActions(judgement);
            }
        });
    }

    static Label headline(String id) {
        Label headline = new Label();
        headline.setId(id);
        headline.getStyleClass().add("pl-card-title");
        headline.setMinWidth(0);
        headline.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        headline.setMnemonicParsing(false);
        return headline;
    }

    /// The colour of the earlier days' line, as a key to it.
    private static Region key() {
        Region key = new Region();
        key.setStyle("-fx-background-color: -pl-c3; -fx-min-width: 14; -fx-max-width: 14; -fx-min-height: 2;"
                + " -fx-max-height: 2");
        return key;
    }

    private Region tools() {
        monthly.setId("anomalies-monthly");
        monthly.getStyleClass().addAll("pl-strong", "pl-small");
        monthly.setMinWidth(0);
        monthly.setTooltip(new Tooltip(Messages.text("anomalies.monthlyHint")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ComboBox<Optional<Against>> against = new ComboBox<>();
        against.setId("anomalies-compare");
        against.setAccessibleText(Messages.text("anomalies.compare"));
        against.getItems().add(Optional.empty());
        for (Against each : Against.values()) {
            against.getItems().add(Optional.of(each));
        }
        against.setConverter(new Choices());
        against.valueProperty().bindBidirectional(compared.againstProperty());
        against.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, monthly, gap, against);
        row.setStyle("-fx-alignment: center-left");
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private void draw() {
        Finding shown = finding.findingProperty().get();
        if (shown == null) {
            return;
        }
        headline.setText(FindingText.headline(shown));
        headline.setTooltip(new Tooltip(shown.key().text().isEmpty()
                ? headline.getText()
                : headline.getText() + "\n" + FindingText.elementInFull(shown.key().dimensions())));
        FindingDetail detail = finding.detailProperty().get();
        Money month = detail == null ? null : detail.account().monthlyExcess();
        monthly.setText(month == null ? "" : Messages.text("anomalies.monthly", MoneyFormat.change(month)));
        ComparedModel.State state = compared.stateProperty().get();
        boolean own = state.finding() == shown;
        ComparedDays days = own ? state.days() : null;
        difference.setText(own ? difference(state) : "");
        difference.setGraphic(days == null ? null : key());
        chart.show(finding.band().spec(FindingText.headline(shown),
                days == null ? List.<Series>of() : List.of(ComparedText.series(days))));
    }

    private String difference(ComparedModel.State state) {
        ComparedDays days = state.days();
        if (compared.againstProperty().get().isEmpty()) {
            return "";
        }
        return state.waiting()
                ? Messages.text("anomalies.compare.asking")
                : days == null ? Messages.text("anomalies.compare.nothing") : ComparedText.sentence(days);
    }

    private void compare() {
        compared.look(finding.findingProperty().get(), shown());
    }

    /// The days that are in view.
    @Nullable
    Days shown() {
        Finding shown = finding.findingProperty().get();
        if (shown == null || shown.days().isEmpty()) {
            return null;
        }
        Span zoom = chart.zoomProperty().get();
        Span span = zoom == null ? chart.spec().domain() : zoom;
        Days all = new Days(shown.days().getFirst().day(), shown.days().getLast().day());
        return span == null ? all : new Days(day(span.from()), day(span.to()));
    }

    private static LocalDate day(double at) {
        return LocalDate.ofEpochDay(Math.floorDiv((long) at, 86_400));
    }

    private static final class Choices extends StringConverter<Optional<Against>> {
        @Override
        public String toString(@Nullable Optional<Against> value) {
            return ComparedText.choice(value == null ? Optional.empty() : value);
        }

        @Override
        public Optional<Against> fromString(String text) {
            return Optional.empty();
        }
    }
}
