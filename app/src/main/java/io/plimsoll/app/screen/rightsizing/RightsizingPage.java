package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the cards stand. With little room the list gives up columns first, so that sliders, answer and buttons stay whole.
final class RightsizingPage extends HBox {
    private static final double GAP = 12;
    private static final double CHART_HEIGHT = 194;
    private static final double MIDDLE_HEIGHT = 316;
    /// With narrow columns of text.
    private static final double TALL_MIDDLE = 340;
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
    private final List<AnswerGrid> answers;
    private final Region answered;
    private final Region middle;

    /// @param answers stand in `answered`, one at a time
    RightsizingPage(WorkloadsCard list, Region chart, Region whatIf, Region answered,
            List<AnswerGrid> answers, Region compared) {
        super(GAP);
        this.list = list;
        this.answers = answers;
        this.answered = answered;
        whatIf.setPrefWidth(0);
        HBox.setHgrow(whatIf, Priority.ALWAYS);
        this.middle = new HBox(GAP, whatIf, answered);
        VBox right = new VBox(GAP, high(chart, CHART_HEIGHT), high(middle, MIDDLE_HEIGHT), compared);
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
        answers.forEach(each -> each.showBounds(wide));
        high(middle, wide ? MIDDLE_HEIGHT : TALL_MIDDLE);
        double right = wide ? WIDE_ANSWER * (width - left - 2 * GAP) : NARROW_ANSWER;
        answered.setMinWidth(right);
        answered.setMaxWidth(right);
    }

    private static Region high(Region row, double height) {
        row.setMinHeight(height);
        row.setPrefHeight(height);
        row.setMaxHeight(height);
        return row;
    }
}
