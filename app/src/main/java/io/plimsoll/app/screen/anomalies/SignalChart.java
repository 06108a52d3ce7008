package io.plimsoll.app.screen.anomalies;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.plimsoll.analysis.anomaly.Reading;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.Band;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.chart.Shade;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The readings of a signal over what was usual then, with its moments set apart.
final class SignalChart {
    /// More dots than this would run into each other; then only the peak is dotted.
    private static final int MOST_DOTS = 14;

    private SignalChart() {
    }

    static ChartSpec of(Signal signal) {
        List<Reading> readings = signal.readings();
        double[] x = readings.stream().mapToDouble(each -> at(each.time())).toArray();
        ChartSpec.Builder chart = ChartSpec.line(EventText.headline(signal)).y(axis(signal));
        double[] low = values(readings, Reading::low);
        double[] high = values(readings, Reading::high);
        if (Arrays.stream(high).anyMatch(Double::isFinite)) {
            chart.add(Band.expected(Messages.text("band.usual"), x, low, high));
        }
        double[] expected = values(readings, Reading::expected);
        if (Arrays.stream(expected).anyMatch(Double::isFinite)) {
            chart.add(new Series(Messages.text("band.expected"), x, expected, ChartColor.INK3, true, 1));
        }
        chart.add(Series.of(ForeignText.line(signal.metric()), x, values(readings, Reading::value), ChartColor.C1));
        long alerts = readings.stream().filter(Reading::alert).count();
        readings.stream().filter(each -> Double.isFinite(each.value()))
                .filter(each -> alerts > 0 && alerts <= MOST_DOTS ? each.alert() : each.time().equals(signal.peak()))
                .forEach(each -> chart.add(Marker.dot(at(each.time()), each.value(), ChartColor.BAD, "")));
        double half = step(x) / 2;
        return chart.add(new Shade(at(signal.from()) - half, at(signal.until()) + half, ChartColor.BAD_BG, 0.7, ""))
                .build();
    }

    private static Axis axis(Signal signal) {
        return switch (signal.unit()) {
            case "share" -> Axis.percent();
            case "bytes" -> Axis.bytes();
            default -> Axis.number(signal.unit().isEmpty() ? "" : Formats.THIN + signal.unit());
        };
    }

    private static double at(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private static double step(double[] x) {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < x.length; i++) {
            step = Math.min(step, x[i] - x[i - 1]);
        }
        return Double.isInfinite(step) ? 0 : step;
    }

    private static double[] values(List<Reading> readings, ToDoubleFunction<Reading> part) {
        return readings.stream().mapToDouble(part).toArray();
    }
}
