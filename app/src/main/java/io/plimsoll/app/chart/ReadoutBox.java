package io.plimsoll.app.chart;

import java.util.Locale;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The small panel beside the pointer.
final class ReadoutBox extends VBox {
    ReadoutBox() {
        super(3);
        getStyleClass().add("pl-chart-readout");
    }

    /// @param x    where the pointer's line stands
    /// @param roomX width of the chart, which the panel stays inside of
    void show(Readout readout, double x, double y, double roomX, double roomY) {
        Label heading = new Label(readout.heading());
        heading.getStyleClass().add("pl-strong");
        GridPane grid = new GridPane(8, 1);
        for (int i = 0; i < readout.lines().size(); i++) {
            Readout.Line line = readout.lines().get(i);
            Rectangle swatch = new Rectangle(8, 8);
            swatch.setArcWidth(3);
            swatch.setArcHeight(3);
            swatch.setStyle("-fx-fill: -pl-" + line.color().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            Label name = new Label(line.name());
            name.getStyleClass().add("pl-dim");
            grid.addRow(i, swatch, name, new Label(line.value()));
        }
        getChildren().setAll(heading, grid);
        getChildren().forEach(child -> {
            if (child instanceof Region region) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        });
        setVisible(true);
        applyCss();
        autosize();
        boolean right = x + 12 + getWidth() <= roomX;
        double left = right ? x + 12 : Math.max(0, x - 12 - getWidth());
        relocate(left, Math.max(0, Math.min(y + 6, roomY - getHeight())));
    }
}
