package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import javafx.geometry.Rectangle2D;

/// Divides a rectangle into parts whose areas are as given amounts, each as near to a square as comes easily.
///
/// Source: Bruls, Huizing and van Wijk, Squarified Treemaps, 2000. The largest amount first, rows are laid along the shorter side
/// of what is left; a row takes the next amount as long as its worst ratio of sides does not grow.
final class Squarified {
    private Squarified() {
    }

    /// @param amounts above zero, in any order
    /// @return one rectangle an amount, in the order of the amounts; together they fill `area`
    static List<Rectangle2D> divide(Rectangle2D area, double[] amounts) {
        int[] order = IntStream.range(0, amounts.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> amounts[i]).reversed()).mapToInt(i -> i).toArray();
        double unit = area.getWidth() * area.getHeight() / Arrays.stream(amounts).sum();
        Rectangle2D[] found = new Rectangle2D[amounts.length];
        Rectangle2D left = area;
        int from = 0;
        while (from < order.length) {
            double side = Math.min(left.getWidth(), left.getHeight());
            int to = from + 1;
            double sum = amounts[order[from]] * unit;
            double largest = sum;
            double worst = worst(sum, largest, sum, side);
            while (to < order.length) {
                double next = amounts[order[to]] * unit;
                double changed = worst(sum + next, largest, next, side);
                if (changed > worst) {
                    break;
                }
                sum += next;
                worst = changed;
                to++;
            }
            left = row(left, order, from, to, amounts, unit, sum, found);
            from = to;
        }
        return new ArrayList<>(Arrays.asList(found));
    }

    /// The worst ratio of sides in a row of that many pixels along `side`, by its largest and smallest part.
    private static double worst(double sum, double largest, double smallest, double side) {
        double square = side * side;
        return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
    }

    /// Lays a row along the shorter side.
    ///
    /// @return what is left beside it
    private static Rectangle2D row(Rectangle2D area, int[] order, int from, int to, double[] amounts, double unit,
            double sum, Rectangle2D[] found) {
        boolean upright = area.getWidth() >= area.getHeight();
        double side = upright ? area.getHeight() : area.getWidth();
        double thick = to == order.length
                ? (upright ? area.getWidth() : area.getHeight())
                : Math.min(sum / Math.max(side, Double.MIN_NORMAL), upright ? area.getWidth() : area.getHeight());
        double at = 0;
        for (int i = from; i < to; i++) {
            double length = side * (amounts[order[i]] * unit / sum);
            found[order[i]] = upright
                    ? new Rectangle2D(area.getMinX(), area.getMinY() + at, thick, length)
                    : new Rectangle2D(area.getMinX() + at, area.getMinY(), length, thick);
            at += length;
        }
        return upright
                ? new Rectangle2D(area.getMinX() + thick, area.getMinY(), Math.max(0, area.getWidth() - thick), side)
                : new Rectangle2D(area.getMinX(), area.getMinY() + thick, side,
                        Math.max(0, area.getHeight() - thick));
    }
}
