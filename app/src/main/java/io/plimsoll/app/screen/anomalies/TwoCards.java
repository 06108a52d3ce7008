package io.plimsoll.app.screen.anomalies;

import javafx.scene.layout.Region;

/// Two cards side by side; one below the other where both would be too narrow to be read.
final class TwoCards extends Region {
    private static final double NARROW = 600;
    private static final double HEIGHT = 296;
    private static final double LOW = 236;
    private static final double FIRST = 0.55;
    private static final double GAP = 12;

    private final Region first;
    private final Region second;

    TwoCards(Region first, Region second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
        setMinWidth(0);
        setMaxHeight(USE_PREF_SIZE);
        widthProperty().addListener((property, before, now) -> fit());
        fit();
    }

    private boolean stacked() {
        return getWidth() < NARROW;
    }

    private void fit() {
        double height = stacked() ? LOW + GAP + HEIGHT : HEIGHT;
        setMinHeight(height);
        setPrefHeight(height);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (stacked()) {
            first.resizeRelocate(0, 0, width, LOW);
            second.resizeRelocate(0, LOW + GAP, width, HEIGHT);
        } else {
            double left = snapSizeX((width - GAP) * FIRST);
            first.resizeRelocate(0, 0, left, HEIGHT);
            second.resizeRelocate(left + GAP, 0, width - left - GAP, HEIGHT);
        }
    }
}
