package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// Events at the left; at the right the one that is looked at: its days, where it comes from, what changed in Git just before,
/// and why it was flagged.
public final class AnomaliesView extends StackPane {
    private static final double LIST = 384;
    private static final double NARROWEST_LIST = 300;
    private static final double LIST_SHARE = 0.385;
    /// The card with the lowest chart that can be read, some 200 pixels; the page scrolls rather than squeezing it further.
    private static final double LOW_CHART = 311;
    /// Where the buttons stand in a line of their own.
    private static final double LOW_NARROW_CHART = 332;
    private static final double GAP = 12;

    private final VBox right;
    private final Region measured;
    private final StackPane place = new StackPane();

    /// @param model refreshed by whoever made it
    public AnomaliesView(ScreenContext context, AnomaliesModel model) {
        setId("anomalies");
        FindingModel finding = new FindingModel(context);
        SignalModel signal = new SignalModel(context);
        ComparedModel compared = new ComparedModel(context);
        Judgement judgement = new Judgement(context, model);
        AnomalyFiles files = new AnomalyFiles(context, model, compared, this);
        AnomaliesActions actions = new AnomaliesActions(context, model, finding, judgement);
        CausesCard causes = new CausesCard(finding, actions);
        ReasonCard reason = new ReasonCard(finding, actions);
        SignalPane pane = new SignalPane(context, signal, new JudgementBar("anomalies-signal", model, judgement),
                files);
        TwoCards cards = new TwoCards(causes, new CommitsCard(finding.commits()),
                finding.detailProperty().isNull().and(finding.failureProperty().isNull()));
        DoubleBinding texts = cards.heightProperty().add(reason.heightProperty());
        DoubleBinding measuredTexts = pane.textsHeight();
        Sheet parts = new Sheet();
        parts.setStyle("-fx-padding: 0");
        parts.fill(new FindingCard(finding, compared,
                new JudgementBar("anomalies", model, judgement), files))
                .add(cards)
                .add(reason);
        this.right = parts;
        this.measured = pane.region();
        place.setMinWidth(0);
        FindingsCard list = new FindingsCard(context, model, actions::budget);
        HBox page = page(list);
        getChildren().add(scrolling(page));
        // The reason is as high as its texts; without its height here it would be cut off instead of scrolled to.
        page.minHeightProperty().bind(Bindings.createDoubleBinding(() -> lowChart() + 2 * GAP
                + (place.getChildren().contains(measured) ? measuredTexts : texts).get(),
                place.getChildren(), place.widthProperty(), texts, measuredTexts));
        model.selectedProperty().addListener((property, before, now) -> look(model, finding, signal));
        look(model, finding, signal);
        context.revisionProperty().addListener((property, before, now) -> finding.billChanged());
        context.selection(AnomaliesScreen.ID).addListener((property, before, now) -> model.select(now));
        model.select(context.selection(AnomaliesScreen.ID).get());
        actions.offer(files);
        new JudgementKeys(judgement).install(this);
    }

    private double lowChart() {
        return place.getWidth() < FindingCard.NARROW ? LOW_NARROW_CHART : LOW_CHART;
    }

    /// The list gives way first.
    private HBox page(Region list) {
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox page = new HBox(GAP, list, place);
        page.widthProperty().addListener((property, before, now) -> {
            double width = Math.clamp(LIST_SHARE * now.doubleValue(), NARROWEST_LIST, LIST);
            list.setMinWidth(width);
            list.setMaxWidth(width);
        });
        return page;
    }

    private static ScrollPane scrolling(Region page) {
        ScrollPane scroll = new ScrollPane(new Sheet().fill(page));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void look(AnomaliesModel list, FindingModel model, SignalModel signals) {
        Anomaly anomaly = list.selectedProperty().get();
        model.look(anomaly instanceof Finding finding ? finding : null);
        signals.look(anomaly instanceof Signal signal ? signal : null);
        EmptyState nothing = EmptyState.of(Messages.text("anomalies.noneChosen"), Messages.text(
                list.nothingFound() ? "anomalies.noneChosenYet" : "anomalies.noneChosenHint"));
        Node shown = anomaly instanceof Signal
                ? measured
                : anomaly == null
                        ? new Card("", "", nothing)
                        : right;
        if (!place.getChildren().equals(List.of(shown))) {
            place.getChildren().setAll(shown);
        }
    }
}
