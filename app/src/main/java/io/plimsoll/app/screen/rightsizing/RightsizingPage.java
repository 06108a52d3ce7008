package io.plimsoll.app.screen.rightsizing;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the cards stand. With little room the list gives up columns first, so that sliders, answer and buttons stay whole.
final class RightsizingPage extends HBox {
    private static final double GAP = 12;
    private static final double CHART_HEIGHT = 206;
    private static final double MIDDLE_HEIGHT = 278;
    private static final double WIDEST_LIST = 570;
    private static final double NARROWEST_LIST = 232;
    private static final double WIDE = 600;
    private static final double NARROW = 532;
    private static final double WIDE_ANSWER = 0.56;
    private static final double NARROW_ANSWER = 268;
    private static final double MARGINS = 28;
    /// With the sheet's margins; in a narrower window the screen scrolls.
    static final double NARROWEST = NARROWEST_LIST + GAP + NARROW + MARGINS;

    private final WorkloadsCard list;
    private final AnswerGrid answer;
    private final Region answered;

    /// @param answer stands in `answered`
    RightsizingPage(WorkloadsCard list, Region chart, Region whatIf, Region answered, AnswerGrid answer,
            Region compared) {
        super(GAP);
        this.list = list;
        this.answer = answer;
        this.answered = answered;
        whatIf.setPrefWidth(0);
        HBox.setHgrow(whatIf, Priority.ALWAYS);
        VBox right = new VBox(GAP, high(chart, CHART_HEIGHT), high(new HBox(GAP, whatIf, answered), MIDDLE_HEIGHT),
                compared);
        VBox.setVgrow(compared, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        right.setPrefWidth(0);
        getChildren().addAll(list.card(), right);
        widthProperty().addListener((property, before, now) -> arrange(now.doubleValue()));
    }

    private void arrange(double width) {
        boolean wide = width >= WIDEST_LIST + GAP + WIDE;
        double left = wide ? WIDEST_LIST : Math.clamp(width - GAP - NARROW, NARROWEST_LIST, WIDEST_LIST);
        list.setWidth(left);
        answer.showBounds(wide);
        double answers = wide ? WIDE_ANSWER * (width - left - 2 * GAP) : NARROW_ANSWER;
        answered.setMinWidth(answers);
        answered.setMaxWidth(answers);
    }

    private static Region high(Region row, double height) {
        row.setMinHeight(height);
        row.setPrefHeight(height);
        row.setMaxHeight(height);
        return row;
    }
}
