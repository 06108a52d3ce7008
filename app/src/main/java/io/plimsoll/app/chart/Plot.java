package io.plimsoll.app.chart;

import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import io.plimsoll.app.theme.Fonts;

/// The sheet that a painter draws on: where the data go, how values become pixels, and what colours look like now.
///
/// @param g     the canvas; the painter leaves its state as it likes
/// @param area  where the data go, without axis labels
/// @param x     for the x axis
/// @param y     for the value axis, rising upwards
/// @param inks  the theme's colours
record Plot(GraphicsContext g, ChartSpec spec, Rectangle2D area, Scale x, Scale y, Function<ChartColor, Color> inks) {
    static final double LABEL_SIZE = 10.5;

    Color ink(ChartColor color, double opacity) {
        return inks.apply(color).deriveColor(0, 1, 1, opacity);
    }

    /// Sets the pen.
    void pen(ChartColor color, double width, double... dashes) {
        g.setStroke(inks.apply(color));
        g.setLineWidth(width);
        g.setLineDashes(dashes);
    }

    /// A label whose anchor is at its vertical middle.
    void label(String text, double atX, double atY, TextAlignment align, ChartColor color) {
        g.setFont(font());
        g.setFill(inks.apply(color));
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, atX, atY);
    }

    static Font font() {
        return Font.font(Fonts.TEXT, LABEL_SIZE);
    }

    static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(font());
        return measured.getLayoutBounds().getWidth();
    }

    /// A line of one pixel is sharp only between pixel borders.
    static double sharp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }

    /// As much of `text` as fits into `room`, with an ellipsis.
    static String fitted(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && width(text.substring(0, length) + "\u2026") > room) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + "\u2026";
    }
}
