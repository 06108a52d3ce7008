package io.plimsoll.app.chart;

import java.util.function.Function;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws one kind of chart. Stateless; on the FX thread. To add one: a class, a line in `Painters`, a picture test.
interface Painter {
    ChartSpec.Kind kind();

    /// Where the data go in a canvas of this size, and how values become pixels: beside the usual two axes, unless it says otherwise.
    default Plot layout(GraphicsContext g, ChartSpec spec, double width, double height,
            Function<ChartColor, Color> inks) {
        return Backdrop.layout(g, spec, width, height, inks);
    }

    void paint(Plot plot);

    /// The whole canvas minus margins, never smaller than a pixel.
    static Rectangle2D area(double width, double height, double top, double right, double bottom, double left) {
        return new Rectangle2D(left, top, Math.max(1, width - left - right), Math.max(1, height - top - bottom));
    }
}
