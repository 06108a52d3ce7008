package io.plimsoll.app.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Tiles of one width side by side; where they would become too narrow for their figures they go on in a second row, as many in
/// each as can be.
public final class Tiles extends Region {
    private static final double GAP = 12;
    private static final double NARROWEST = 168;

    public Tiles(Node... tiles) {
        getChildren().setAll(tiles);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().size() * (NARROWEST + GAP) - GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = Math.ceilDiv(getManagedChildren().size(), columns(width));
        return rows * (tallest() + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = (getWidth() + GAP) / columns - GAP;
        double height = tallest();
        int index = 0;
        for (Node tile : getManagedChildren()) {
            double x = snapPositionX(index % columns * (width + GAP));
            double right = snapPositionX(index % columns * (width + GAP) + width);
            tile.resizeRelocate(x, (double) (index / columns) * (height + GAP), right - x, height);
            index++;
        }
    }

    private int columns(double width) {
        int all = Math.max(1, getManagedChildren().size());
        if (width < 0) {
            return all;
        }
        int most = (int) Math.clamp((width + GAP) / (NARROWEST + GAP), 1, all);
        return Math.ceilDiv(all, Math.ceilDiv(all, most));
    }

    private double tallest() {
        return Math.ceil(getManagedChildren().stream().mapToDouble(tile -> tile.prefHeight(-1)).max().orElse(0));
    }
}
