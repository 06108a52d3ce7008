package io.plimsoll.analysis.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.series.Robust;

/// Datasets that have stopped coming.
///
/// A workspace that nobody imports into is not stale by itself. A dataset is: if its newest day was older at the last import than it used
/// to be, or if what was imported on the same day reaches well beyond it.
public final class Freshness {
    private static final int FEWEST_IMPORTS = 4;
    private static final double LATE = 3;
    private static final double DAILY = 0.95;
    private static final Duration TOGETHER = Duration.ofHours(24);

    /// @param imported  the last import; null where not known
    /// @param usualDays median days between newest data and import before the last one, `NaN` with fewer than three
    /// @param lastDays  the same of the last import
    /// @param imports   how many there were
    public record Age(@Nullable Instant imported, double usualDays, double lastDays, int imports) {
        public static final Age UNKNOWN = new Age(null, Double.NaN, Double.NaN, 0);

        /// @param imported by import, oldest first
        /// @param newest   of the data at each
        public static Age of(List<Instant> imported, List<Instant> newest) {
            if (imported.isEmpty()) {
                return UNKNOWN;
            }
            double[] ages = new double[imported.size()];
            Arrays.setAll(ages, i -> Duration.between(newest.get(i), imported.get(i)).toHours() / 24.0);
            double usual = ages.length < FEWEST_IMPORTS
                    ? Double.NaN
                    : Robust.median(Arrays.copyOf(ages, ages.length - 1));
            return new Age(imported.getLast(), usual, ages[ages.length - 1], ages.length);
        }
    }

    private Freshness() {
    }

    /// @param ages by dataset
    public static List<QualityEvent> stale(List<DatasetHealth> datasets, Map<String, Age> ages) {
        List<QualityEvent> events = new ArrayList<>();
        for (DatasetHealth each : datasets) {
            Age age = ages.getOrDefault(each.name(), Age.UNKNOWN);
            DatasetHealth ahead = ahead(each, datasets);
            if (age.lastDays > Math.max(2 * age.usualDays, age.usualDays + LATE)) {
                events.add(event(each, each.newest().plus(Duration.ofHours((long) (24 * age.lastDays))), age.lastDays,
                        age.usualDays, "The newest data of " + each.name() + " were " + days(age.lastDays)
                                + " old when it was last imported; " + days(age.usualDays) + " are usual."));
            } else if (ahead != null) {
                double behind = Duration.between(each.newest(), ahead.newest()).toHours() / 24.0;
                events.add(event(each, ahead.newest(), behind, 0, each.name() + " ends " + days(behind) + " before "
                        + ahead.name() + ", which was imported on the same day."));
            }
        }
        return events;
    }

    private static String days(double days) {
        return Math.round(days) + " days";
    }

    /// The dataset of the same kind that reaches farthest beyond this one; null if none reaches well beyond it. Another kind has a
    /// rhythm of its own.
    private static @Nullable DatasetHealth ahead(DatasetHealth of, List<DatasetHealth> datasets) {
        Instant imported = of.imported();
        if (imported == null || of.daily() < DAILY) {
            return null;
        }
        return datasets.stream().filter(each -> each.kind().equals(of.kind()))
                .filter(each -> Duration.between(each.newest(), of.newest()).abs().toDays() <= 30)
                .filter(each -> isTogether(imported, each.imported()))
                .filter(each -> Duration.between(of.newest(), each.newest()).toHours() > 24 * LATE)
                .max(Comparator.comparing(DatasetHealth::newest)).orElse(null);
    }

    private static boolean isTogether(Instant imported, @Nullable Instant other) {
        return other != null && Duration.between(imported, other).abs().compareTo(TOGETHER) <= 0;
    }

    private static QualityEvent event(DatasetHealth of, Instant until, double value, double expected,
            String sentence) {
        return new QualityEvent(QualityCheck.STALE, Map.of("dataset", of.name()), "age of the newest data", "days",
                true, of.newest(), until, until, true, value, expected, 1, 0.7, sentence,
                "Look whether the export still runs and whether its newest file was imported.", List.of());
    }
}
