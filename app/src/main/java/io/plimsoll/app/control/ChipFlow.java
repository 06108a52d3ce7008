package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Chips from the left that go on in a second row where the window is narrow, and some at the right end of the first row.
final class ChipFlow extends Region {
    private static final double GAP = 8;

    private List<Node> lead = List.of();
    private List<Node> tail = List.of();

    ChipFlow() {
        setMinWidth(0);
    }

    void fill(List<? extends Node> left, List<? extends Node> right) {
        lead = List.copyOf(left);
        tail = List.copyOf(right);
        List<Node> all = new ArrayList<>(lead);
        all.addAll(tail);
        getChildren().setAll(all);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(chip -> chip.prefWidth(-1) + GAP).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow(width < 0 ? Double.MAX_VALUE : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        flow(getWidth(), true);
    }

    /// @return the height that the chips need at this width
    private double flow(double width, boolean place) {
        double row = getChildren().stream().mapToDouble(chip -> chip.prefHeight(-1)).max().orElse(0);
        double right = width;
        for (Node chip : tail.reversed()) {
            double wide = chip.prefWidth(-1);
            place(chip, right - wide, 0, wide, row, place);
            right -= wide + GAP;
        }
        double x = 0;
        double y = 0;
        for (Node chip : lead) {
            double wide = Math.min(chip.prefWidth(-1), width);
            if (x > 0 && x + wide > (y == 0 ? right : width)) {
                x = 0;
                y += row + GAP;
            }
            place(chip, x, y, wide, row, place);
            x += wide + GAP;
        }
        return y + row;
    }

    private void place(Node chip, double x, double y, double width, double height, boolean place) {
        if (place) {
            chip.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
        }
    }
}
