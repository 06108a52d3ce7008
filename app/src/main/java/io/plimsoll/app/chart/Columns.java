package io.plimsoll.app.chart;

import java.util.Arrays;

/// Thins a line to what a screen can show: the first, lowest, highest and last value of each pixel column. No spike is
/// lost, and a painter never gets more than four points a pixel.
public final class Columns {
    private Columns() {
    }

    /// Points to draw; a `NaN` in `y` breaks the line.
    public record Points(double[] x, double[] y) {
        public int length() {
            return x.length;
        }
    }

    /// @param x      rising
    /// @param from   left edge of what is shown, in the units of `x`
    /// @param to     right edge
    /// @param pixels number of columns, 1 or more
    public static Points thin(double[] x, double[] y, double from, double to, int pixels) {
        int first = Math.max(0, lower(x, from) - 1);
        int last = Math.min(x.length, lower(x, Math.nextUp(to)) + 1);
        if (last - first <= 2 * pixels) {
            return new Points(Arrays.copyOfRange(x, first, last), Arrays.copyOfRange(y, first, last));
        }
        Out out = new Out(4 * (pixels + 2));
        int start = first;
        while (start < last) {
            int end = start + 1;
            long column = column(x[start], from, to, pixels);
            while (end < last && column(x[end], from, to, pixels) == column) {
                end++;
            }
            out.column(x, y, start, end);
            start = end;
        }
        return out.points();
    }

    private static long column(double x, double from, double to, int pixels) {
        return Math.clamp((long) Math.floor((x - from) / (to - from) * pixels), -1, pixels);
    }

    /// Index of the first element not below `value`.
    static int lower(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final class Out {
        private final double[] x;
        private final double[] y;
        private int size;

        Out(int most) {
            x = new double[most];
            y = new double[most];
        }

        /// Adds at most four points of `start` <= index < `end`, in their order.
        void column(double[] xs, double[] ys, int start, int end) {
            int low = start;
            int high = start;
            for (int i = start; i < end; i++) {
                low = Double.isNaN(ys[low]) || ys[i] < ys[low] ? i : low;
                high = Double.isNaN(ys[high]) || ys[i] > ys[high] ? i : high;
            }
            int[] picked = {start, Math.min(low, high), Math.max(low, high), end - 1};
            for (int k = 0; k < 4; k++) {
                if (k == 0 || picked[k] != picked[k - 1]) {
                    x[size] = xs[picked[k]];
                    y[size++] = ys[picked[k]];
                }
            }
        }

        Points points() {
            return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
        }
    }
}
