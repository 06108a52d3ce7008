package io.plimsoll.app.chart;

import java.util.function.Function;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Rectangles whose areas are amounts, of two levels. A name stands where it is readable as a whole or nearly so, or not at all.
final class TreemapPainter implements Painter {
    private static final double GAP = 1;
    private static final double MARGIN = 5;
    private static final double LINE = 13;
    /// A name that is cut to less than this says nothing.
    private static final double SHORTEST = 34;
    private static final double HEAD_OPACITY = 0.16;
    /// Contrast of WCAG 2 for text.
    private static final double READABLE = 4.5;

    @Override
    public ChartSpec.Kind kind() {
        return ChartSpec.Kind.TREEMAP;
    }

    @Override
    public Plot layout(GraphicsContext g, ChartSpec spec, double width, double height,
            Function<ChartColor, Color> inks) {
        Rectangle2D area = Painter.area(width, height, 0, 0, 0, 0);
        return new Plot(g, spec, area, new Scale(0, 1, 0, width), new Scale(0, 1, 0, height), inks);
    }

    @Override
    public void paint(Plot plot) {
        for (Treemap.Group group : Treemap.groups(plot.spec().tiles(), plot.area())) {
            Rectangle2D head = group.head();
            if (head != null) {
                fill(plot, head, plot.ink(group.tile().color(), HEAD_OPACITY));
                name(plot, group.tile(), head, ChartColor.INK);
            }
            boolean alone = head == null && group.cells().size() == 1;
            group.cells().forEach(cell -> cell(plot, cell, alone ? cell.outer() : cell.part()));
        }
    }

    /// @param named whose name stands in it: its own, or that of the group if that has no line for it and this is all of it
    private static void cell(Plot plot, Treemap.Cell cell, Tile named) {
        fill(plot, cell.at(), plot.ink(cell.part().color(), 1));
        ChartColor ink = readable(plot, cell.part().color());
        if (cell.at().getHeight() < LINE + 2) {
            return;
        }
        boolean both = cell.at().getHeight() >= 2 * LINE + 2 * MARGIN;
        double first = cell.at().getMinY() + (both ? MARGIN + LINE / 2 : cell.at().getHeight() / 2);
        double room = cell.at().getWidth() - 2 * MARGIN;
        if (text(plot, named.label(), cell.at().getMinX() + MARGIN, first, room, true, ink) && both) {
            text(plot, cell.part().reading(), cell.at().getMinX() + MARGIN, first + LINE, room, false, ink);
        }
    }

    private static void name(Plot plot, Tile tile, Rectangle2D head, ChartColor ink) {
        double room = head.getWidth() - 2 * MARGIN;
        double middle = head.getMinY() + head.getHeight() / 2;
        double reading = Plot.width(tile.reading()) + 10;
        boolean both = Plot.width(tile.label()) + reading <= room;
        text(plot, tile.label(), head.getMinX() + MARGIN, middle, room, true, ink);
        if (both) {
            plot.label(tile.reading(), head.getMaxX() - MARGIN, middle, TextAlignment.RIGHT, ChartColor.INK2);
        }
    }

    /// @param cut whether a part of it is better than nothing: of an amount it would be a wrong one
    /// @return whether it was written
    private static boolean text(Plot plot, String text, double x, double y, double room, boolean cut, ChartColor ink) {
        boolean whole = Plot.width(text) <= room;
        if (whole || cut && room >= SHORTEST) {
            plot.label(whole ? text : Plot.fitted(text, room), x, y, TextAlignment.LEFT, ink);
            return true;
        }
        return false;
    }

    /// The panel's colour where it can be read, else the ink or the panel, whichever stands out more.
    static ChartColor readable(Plot plot, ChartColor ground) {
        double below = luminance(plot.ink(ground, 1));
        double panel = contrast(luminance(plot.ink(ChartColor.PANEL, 1)), below);
        double ink = contrast(luminance(plot.ink(ChartColor.INK, 1)), below);
        return panel >= READABLE || panel >= ink ? ChartColor.PANEL : ChartColor.INK;
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// Relative luminance, WCAG 2.
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static void fill(Plot plot, Rectangle2D at, Color color) {
        plot.g().setFill(color);
        plot.g().fillRect(at.getMinX() + GAP / 2, at.getMinY() + GAP / 2, Math.max(0.5, at.getWidth() - GAP),
                Math.max(0.5, at.getHeight() - GAP));
    }
}
