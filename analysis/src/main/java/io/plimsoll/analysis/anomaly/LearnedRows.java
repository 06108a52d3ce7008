package io.plimsoll.analysis.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.task.Cancellation;

/// What the learned second opinions learn from: days of cost, or readings of telemetry, each as four numbers in units of its own
/// band, so that series of any size and noise can be learned together. Bounded, the latest of each series first.
final class LearnedRows {
    static final String[] FEATURES = {"distance", "step", "season", "width"};
    private static final int MOST_ROWS = 1000;
    private static final int WEEK = 7;
    private static final Duration DAY = Duration.ofDays(1);

    private LearnedRows() {
    }

    record LearnedRow(SeriesKey key, LocalDate day, double[] values) {}

    /// @param days judged days by series; the season is the week
    static List<LearnedRow> ofDays(Map<SeriesKey, List<DayScore>> days, Cancellation cancellation) {
        List<LearnedRow> rows = new ArrayList<>();
        int each = most(days.size());
        ordered(days).forEach((key, all) -> {
            cancellation.check();
            for (int i = Math.max(WEEK, all.size() - each); i < all.size(); i++) {
                DayScore day = all.get(i);
                add(rows, key, day.day(), (day.high() - day.low()) / 2, day.value(), day.expected(),
                        all.get(i - 1).value(), all.get(i - WEEK).value());
            }
        });
        return rows;
    }

    /// @param readings by series; the season is the day
    static List<LearnedRow> ofReadings(Map<SeriesKey, List<Reading>> readings, Cancellation cancellation) {
        List<LearnedRow> rows = new ArrayList<>();
        int each = most(readings.size());
        ordered(readings).forEach((key, all) -> {
            cancellation.check();
            Map<Instant, Double> known = new HashMap<>();
            all.forEach(reading -> known.put(reading.time(), reading.value()));
            for (int i = Math.max(1, all.size() - each); i < all.size(); i++) {
                Reading reading = all.get(i);
                add(rows, key, reading.time().atZone(ZoneOffset.UTC).toLocalDate(), reading.high() - reading.expected(),
                        reading.value(), reading.expected(), all.get(i - 1).value(),
                        known.getOrDefault(reading.time().minus(DAY), Double.NaN));
            }
        });
        return rows;
    }

    private static int most(int series) {
        return Math.max(1, MOST_ROWS / Math.max(1, series));
    }

    private static <T> Map<SeriesKey, T> ordered(Map<SeriesKey, T> series) {
        Map<SeriesKey, T> ordered = new TreeMap<>((one, other) -> one.text().compareTo(other.text()));
        ordered.putAll(series);
        return ordered;
    }

    /// Adds nothing where the moment can't be judged.
    private static void add(List<LearnedRow> rows, SeriesKey key, LocalDate day, double half, double value,
            double expected, double before, double seasonBefore) {
        double[] values = {(value - expected) / half, (value - before) / half, (value - seasonBefore) / half,
            Math.log1p(half / Math.max(Math.abs(expected), 1e-9))};
        for (double each : values) {
            if (!Double.isFinite(each)) {
                return;
            }
        }
        if (rows.size() < MOST_ROWS) {
            rows.add(new LearnedRow(key, day, values));
        }
    }
}
