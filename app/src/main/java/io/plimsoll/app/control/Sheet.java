package io.plimsoll.app.control;

import java.util.Arrays;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// A screen's page: rows of cards with the design's margins and gaps.
public final class Sheet extends VBox {
    private static final double GAP = 12;
    private static final double LOWEST = 160;

    public Sheet() {
        getStyleClass().add("pl-sheet");
        setMinWidth(0);
    }

    /// Adds a row of a fixed height.
    public Sheet add(Region row, double height) {
        row.setMinHeight(height);
        row.setPrefHeight(height);
        row.setMaxHeight(height);
        getChildren().add(row);
        return this;
    }

    /// Adds a row as high as it wants to be.
    public Sheet add(Region row) {
        row.setMinHeight(USE_PREF_SIZE);
        getChildren().add(row);
        return this;
    }

    /// Adds a row that takes the height that is left; where little is left the page scrolls.
    public Sheet fill(Region row) {
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(LOWEST);
        row.setPrefHeight(LOWEST);
        getChildren().add(row);
        return this;
    }

    /// Metric tiles, all of one width; they wrap where the window is narrow.
    public static Region tiles(Node... tiles) {
        return new Tiles(tiles);
    }

    /// Side by side, all of one width.
    public static Region equal(Node... nodes) {
        double[] weights = new double[nodes.length];
        Arrays.fill(weights, 1);
        return weighted(weights, nodes);
    }

    /// Side by side, their widths as the weights say.
    public static Region weighted(double[] weights, Node... nodes) {
        double sum = Arrays.stream(weights).sum();
        GridPane grid = new GridPane(GAP, GAP);
        for (double weight : weights) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * weight / sum);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().add(row);
        grid.addRow(0, nodes);
        return grid;
    }

    /// A main part that grows and one at its right, which gives way down to `narrowest` before the main part is narrower than
    /// `least`.
    public static Region beside(Region main, double least, Region side, double narrowest, double width) {
        HBox row = new HBox(GAP, main, side) {
            @Override
            protected void layoutChildren() {
                double right = Math.clamp(getWidth() - GAP - least, narrowest, width);
                side.setMinWidth(right);
                side.setMaxWidth(right);
                super.layoutChildren();
            }
        };
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        main.setPrefWidth(0);
        row.setMinWidth(0);
        return row;
    }

    /// A main part that grows and one of a fixed width at its right.
    public static Region beside(Region main, Region side, double width) {
        side.setMinWidth(width);
        side.setMaxWidth(width);
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        main.setPrefWidth(0);
        return new HBox(GAP, main, side);
    }
}
