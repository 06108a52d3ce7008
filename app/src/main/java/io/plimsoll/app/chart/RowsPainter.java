package io.plimsoll.app.chart;

import java.util.function.Function;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Horizontal bars around zero: what moved, or what an answer hangs on.
final class RowsPainter implements Painter {
    private static final double TALLEST = 28;
    private static final double LABEL_SHARE = 0.45;

    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.ROWS;
    }

    @Override
    public Plot layout(GraphicsContext g, ChartSpec spec, double width, double height,
            Function<ChartColor, Color> inks) {
        double labels = 0;
        double leftText = 0;
        double rightText = 0;
        double low = 0;
        double high = 0;
        for (BarRow row : spec.rows()) {
            labels = Math.max(labels, Plot.width(row.label()));
            boolean left = -row.low() > row.high();
            double text = row.text().isEmpty() ? 0 : Plot.width(row.text()) + 8;
            leftText = Math.max(leftText, left ? text : 0);
            rightText = Math.max(rightText, left ? 0 : text);
            low = Math.min(low, row.low());
            high = Math.max(high, row.high());
        }
        double label = Math.min(Math.ceil(labels) + 10, width * LABEL_SHARE);
        double rowsHeight = Math.min(height - 4, spec.rows().size() * TALLEST);
        Rectangle2D area = new Rectangle2D(label + leftText, 2, Math.max(1, width - label - leftText - rightText - 2),
                Math.max(1, rowsHeight));
        Scale x = new Scale(low, high > low ? high : low + 1, area.getMinX(), area.getMaxX());
        return new Plot(g, spec, area, x, new Scale(0, Math.max(1, spec.rows().size()), 2, 2 + area.getHeight()),
                inks);
    }

    @Override
    public void paint(Plot plot) {
        double zero = plot.x().pixel(0);
        double row = plot.area().getHeight() / Math.max(1, plot.spec().rows().size());
        double thick = Math.max(3, Math.min(14, row * 0.52));
        double labelRoom = Math.max(20, plot.area().getMinX() - 8);
        for (int i = 0; i < plot.spec().rows().size(); i++) {
            BarRow bar = plot.spec().rows().get(i);
            double middle = plot.y().pixel(i + 0.5);
            half(plot, plot.x().pixel(bar.low()), zero, middle, thick, bar.lowColor());
            half(plot, zero, plot.x().pixel(bar.high()), middle, thick, bar.highColor());
            boolean left = -bar.low() > bar.high();
            double end = left ? plot.x().pixel(bar.low()) - 5 : plot.x().pixel(bar.high()) + 5;
            plot.label(bar.text(), end, middle, left ? TextAlignment.RIGHT : TextAlignment.LEFT, ChartColor.INK3);
            plot.label(Plot.fitted(bar.label(), labelRoom), 0, middle, TextAlignment.LEFT, ChartColor.INK2);
        }
        boolean bothWays = plot.x().low() < 0 && plot.x().high() > 0;
        if (bothWays) {
            plot.pen(ChartColor.LINE, 1);
            plot.g().strokeLine(Plot.sharp(zero), plot.area().getMinY(), Plot.sharp(zero), plot.area().getMaxY());
        }
    }

    private static void half(Plot plot, double from, double to, double middle, double thick, ChartColor color) {
        if (to - from > 0.2) {
            plot.g().setFill(plot.ink(color, 1));
            plot.g().fillRoundRect(from, middle - thick / 2, Math.max(1, to - from), thick, 3, 3);
        }
    }
}
