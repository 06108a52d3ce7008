package io.plimsoll.app.screen.anomalies;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Two cards side by side; one below the other where both would be too narrow to be read. As high as what they hold, within bounds.
final class TwoCards extends Region {
    private static final double NARROW = 600;
    private static final double LOWEST = 96;
    private static final double HIGHEST = 272;
    private static final double FIRST = 0.55;
    private static final double GAP = 12;

    private final Region first;
    private final Region second;
    private final ObservableBooleanValue waiting;
    private double held = LOWEST;

    /// @param waiting while it is so the cards keep their height, lest the page jumps at each event that is chosen
    TwoCards(Region first, Region second, ObservableBooleanValue waiting) {
        this.first = first;
        this.second = second;
        this.waiting = waiting;
        getChildren().addAll(first, second);
        setMinWidth(0);
        setMaxHeight(USE_PREF_SIZE);
        waiting.addListener((property, before, now) -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        double needed = stacked(wide)
                ? height(first, wide) + GAP + height(second, wide)
                : Math.max(height(first, left(wide)), height(second, wide - left(wide) - GAP));
        return waiting.get() ? Math.max(held, needed) : needed;
    }

    private static boolean stacked(double width) {
        return width < NARROW;
    }

    private double left(double width) {
        return snapSizeX((width - GAP) * FIRST);
    }

    private double height(Region card, double width) {
        return Math.clamp(snapSizeY(card.prefHeight(width)), LOWEST, HIGHEST);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (!waiting.get()) {
            held = height;
        }
        if (stacked(width)) {
            double upper = Math.min(height(first, width), height - GAP);
            first.resizeRelocate(0, 0, width, upper);
            second.resizeRelocate(0, upper + GAP, width, Math.max(0, height - upper - GAP));
        } else {
            double left = left(width);
            first.resizeRelocate(0, 0, left, height);
            second.resizeRelocate(left + GAP, 0, width - left - GAP, height);
        }
    }
}
