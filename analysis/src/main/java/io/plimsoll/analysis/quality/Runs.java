package io.plimsoll.analysis.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.series.Robust;

/// Puts wrong days together into events, and what days before let expect of a day.
public final class Runs {
    /// Days before a day that say what is usual.
    public static final int WINDOW = 28;
    /// Fewer known days before it, and a day is not judged.
    public static final int FEWEST = 7;
    private static final int AROUND = 28;

    /// @param peak the day whose value lies farthest from what was expected
    public record Run(int from, int peak, int to) {}

    private Runs() {
    }

    /// Wrong days with at most one day between them are one run.
    ///
    /// @param distance by which the peak is chosen
    public static List<Run> of(boolean[] wrong, double[] distance) {
        List<Run> runs = new ArrayList<>();
        int from = -1;
        int peak = -1;
        int last = -1;
        for (int day = 0; day < wrong.length; day++) {
            if (!wrong[day]) {
                continue;
            }
            if (from >= 0 && day - last > 2) {
                runs.add(new Run(from, peak, last));
                from = -1;
            }
            if (from < 0) {
                from = day;
                peak = day;
            }
            if (distance[day] > distance[peak]) {
                peak = day;
            }
            last = day;
        }
        if (from >= 0) {
            runs.add(new Run(from, peak, last));
        }
        return runs;
    }

    /// Median of up to 28 known days before each day; `NaN` with fewer than seven. A day that is not known is `NaN`.
    public static double[] usual(double[] values) {
        double[] usual = new double[values.length];
        for (int day = 0; day < values.length; day++) {
            double[] before = before(values, day);
            usual[day] = before.length < FEWEST ? Double.NaN : Robust.median(before);
        }
        return usual;
    }

    /// Robust standard deviation of the distances from what was usual over the 28 known days before each day.
    ///
    /// @param floor the least that counts as noise
    public static double[] spread(double[] values, double[] usual, double floor) {
        double[] distances = new double[values.length];
        for (int day = 0; day < values.length; day++) {
            distances[day] = Math.abs(values[day] - usual[day]);
        }
        double[] spread = new double[values.length];
        for (int day = 0; day < values.length; day++) {
            double[] before = before(distances, day);
            spread[day] = before.length == 0 ? floor : Math.max(floor, Robust.NORMAL * Robust.median(before));
        }
        return spread;
    }

    /// How many deviations count, so that of so many days and metrics without a fault hardly one passes: normal noise exceeds
    /// sqrt(2 ln n) about once among n.
    public static double gate(long tests) {
        return Math.max(5, 1 + Math.sqrt(2 * Math.log(Math.max(1, tests))));
    }

    private static double[] before(double[] values, int day) {
        double[] before = new double[WINDOW];
        int known = 0;
        for (int i = day - 1; i >= Math.max(0, day - 2 * WINDOW) && known < WINDOW; i--) {
            if (!Double.isNaN(values[i])) {
                before[known++] = values[i];
            }
        }
        return Arrays.copyOf(before, known);
    }

    /// What surrounds a run, for a chart.
    public static List<QualityEvent.Point> points(LocalDate first, double[] values, double[] usual, boolean[] wrong,
            Run run) {
        List<QualityEvent.Point> points = new ArrayList<>();
        for (int day = Math.max(0, run.from - AROUND); day <= Math.min(values.length - 1, run.to + AROUND); day++) {
            points.add(new QualityEvent.Point(at(first.plusDays(day)), values[day], usual[day], wrong[day]));
        }
        return points;
    }

    /// The first moment of a day, UTC.
    public static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
