package io.plimsoll.analysis.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A daily line with its expected band and marked days, as an SVG that prints well.
final class SvgChart {
    private static final int WIDTH = 1060;
    private static final int HEIGHT = 240;
    private static final int LEFT = 64;
    private static final int BOTTOM = 24;
    private static final int TOP = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final LocalDate start;
    private final double[] values;
    private final double[] low;
    private final double[] high;
    private final double top;

    /// Arrays of one length, a day each; `NaN` leaves a gap. `low` and `high` may be empty.
    SvgChart(LocalDate start, double[] values, double[] low, double[] high) {
        this.start = start;
        this.values = values;
        this.low = low;
        this.high = high;
        double max = 0;
        for (double value : values) {
            max = Double.isNaN(value) ? max : Math.max(max, value);
        }
        for (double value : high) {
            max = Double.isNaN(value) ? max : Math.max(max, value);
        }
        this.top = niceCeiling(max);
    }

    private static double niceCeiling(double max) {
        if (max <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(max)));
        for (double step : new double[]{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}) {
            if (step * power >= max) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private double x(int index) {
        return LEFT + (WIDTH - LEFT - 8.0) * index / Math.max(1, values.length - 1);
    }

    private double y(double value) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
    }

    /// @param marked indices of days to show as dots
    /// @param unit   what stands before the axis figures, such as `$`
    String svg(List<Integer> marked, String unit) {
        StringBuilder svg = new StringBuilder();
        svg.append(format("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", WIDTH, HEIGHT));
        for (int i = 0; i <= 4; i++) {
            double value = top * i / 4;
            svg.append(format("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"var(--grid)\"/>\n", LEFT,
                    WIDTH - 8,
                    y(value), y(value)));
            svg.append(format("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", LEFT - 8, y(value) + 4,
                    Html.escaped(unit + format("%,.0f", value))));
        }
        int step = Math.max(1, values.length / 6);
        for (int i = 0; i < values.length - step / 2; i += step) {
            svg.append(
                    format("<text x=\"%.1f\" y=\"%d\">%s</text>\n", x(i), HEIGHT - 6, DAY.format(start.plusDays(i))));
        }
        if (low.length == values.length && high.length == values.length) {
            band(svg);
        }
        svg.append("<path fill=\"none\" stroke=\"var(--accent)\" stroke-width=\"1.8\" d=\"").append(line())
                .append("\"/>\n");
        for (int index : marked) {
            svg.append(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"var(--bad)\"/>\n", x(index),
                    y(values[index])));
        }
        return svg.append("</svg>\n").toString();
    }

    private void band(StringBuilder svg) {
        StringBuilder there = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(low[i]) && !Double.isNaN(high[i])) {
                there.append(format("%s%.1f %.1f ", there.isEmpty() ? "M" : "L", x(i), y(Math.max(0, high[i]))));
                back.insert(0, format("L%.1f %.1f ", x(i), y(Math.max(0, low[i]))));
            }
        }
        svg.append("<path fill=\"var(--band)\" d=\"").append(there).append(back).append("Z\"/>\n");
    }

    private String line() {
        StringBuilder path = new StringBuilder();
        boolean gap = true;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                gap = true;
            } else {
                path.append(format("%s%.1f %.1f ", gap ? "M" : "L", x(i), y(values[i])));
                gap = false;
            }
        }
        return path.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
