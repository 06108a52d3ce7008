package io.plimsoll.analysis.rightsizing.breach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.BreachForecast;
import io.plimsoll.analysis.rightsizing.BreachStanding;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;

/// One resource's breach model: trained on the first 70 % of the time, judged on the rest against the plain rule, and trained anew on all of
/// it only if it won. Immutable, safe from any thread.
public final class BreachModel {
    private static final double TRAINING = 0.7;
    private static final int MOST_ROWS = 2000;
    private static final int SIZES = 3;
    private static final int FEWEST_TRAINED = 100;
    private static final int FEWEST_JUDGED = 40;
    private static final int FEWEST_OF_EACH = 8;
    private static final long SEED = 1;

    private final Measure measure;
    private final double risk;
    private final BreachStanding standing;
    private final @Nullable BreachClassifier classifier;

    private BreachModel(Measure measure, double risk, BreachStanding standing, @Nullable BreachClassifier classifier) {
        this.measure = measure;
        this.risk = risk;
        this.standing = standing;
        this.classifier = classifier;
    }

    public BreachStanding standing() {
        return standing;
    }

    /// Collects what there is to learn, workload by workload, so that no two have to be held. One thread.
    public static final class Rows {
        private final Measure measure;
        private final double risk;
        private final List<BreachRow> rows = new ArrayList<>();

        /// @param risk for CPU the share of samples that may lie above the request, in 0..1; for memory none may
        public Rows(Measure measure, double risk) {
            this.measure = measure;
            this.risk = measure == Measure.MEMORY_BYTES ? 0 : risk;
        }

        public void add(String workload, Usage usage) {
            BreachRows days = new BreachRows(DailyUse.of(series(usage, measure)), risk);
            BreachSizes sizes = new BreachSizes(days);
            for (int day = 0; day < days.use().days(); day++) {
                rows.addAll(sizes.rows(workload, day, SIZES));
            }
        }

        /// Trains and judges.
        ///
        /// @throws io.plimsoll.analysis.task.CancelledException between two trainings if asked to stop
        public BreachModel learn(Cancellation cancellation) {
            List<BreachRow> chosen = new ArrayList<>(rows);
            Collections.shuffle(chosen, new Random(SEED));
            return BreachModel.learn(measure, risk,
                    chosen.size() > MOST_ROWS ? chosen.subList(0, MOST_ROWS) : chosen, cancellation);
        }
    }

    static BreachModel learn(Measure measure, double risk, List<BreachRow> rows, Cancellation cancellation) {
        long first = rows.stream().mapToLong(BreachRow::start).min().orElse(0);
        long last = rows.stream().mapToLong(BreachRow::start).max().orElse(0) + Usage.DAY;
        long cut = first + Math.round(TRAINING * (last - first));
        List<BreachRow> before = rows.stream().filter(row -> row.start() + Usage.DAY <= cut).toList();
        List<BreachRow> after = rows.stream().filter(row -> row.start() >= cut).toList();
        if (before.size() < FEWEST_TRAINED || after.size() < FEWEST_JUDGED || !both(before) || !both(after)) {
            return new BreachModel(measure, risk, new BreachStanding(measure, false, before.size(), after.size(),
                    breaches(after), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                    "Switched off: " + before.size() + " and " + after.size() + " days with " + breaches(before)
                            + " and " + breaches(after) + " breaches are too little to learn from and to judge by.",
                    ""), null);
        }
        cancellation.check();
        BreachClassifier trained = BreachClassifier.train(before);
        cancellation.check();
        PlainRule plain = PlainRule.of(before);
        Forecasts learned = Forecasts.of(after, trained::probability);
        Forecasts yesterday = Forecasts.of(after, plain::asYesterday);
        Forecasts replayed = Forecasts.of(after, PlainRule::asReplayed);
        BreachStanding judged = judged(measure, before.size(), learned,
                yesterday.brier() < replayed.brier() ? yesterday : replayed, trained.provenance());
        if (!judged.on()) {
            return new BreachModel(measure, risk, judged, null);
        }
        return new BreachModel(measure, risk, judged, BreachClassifier.train(rows));
    }

    private static BreachStanding judged(Measure measure, int trained, Forecasts learned, Forecasts plain,
            String provenance) {
        double[] gain = learned.gain(plain);
        double precision = learned.averagePrecision();
        double plainPrecision = plain.averagePrecision();
        boolean on = gain[0] > 0 && precision >= plainPrecision;
        String sentence = String.format(Locale.ROOT,
                "Switched %s: on %d days held back, %d of them with a breach, its Brier score is %.4f and the plain rule's %.4f "
                        + "(90 %% range of the gain %.4f to %.4f); average precision %.3f and %.3f.",
                on ? "on" : "off", learned.rows().size(), breaches(learned.rows()), learned.brier(), plain.brier(),
                gain[0], gain[1], precision, plainPrecision);
        return new BreachStanding(measure, on, trained, learned.rows().size(), breaches(learned.rows()),
                learned.brier(), plain.brier(), gain[0], gain[1], precision, plainPrecision, sentence, provenance);
    }

    private static int breaches(List<BreachRow> rows) {
        return (int) rows.stream().filter(BreachRow::breached).count();
    }

    private static boolean both(List<BreachRow> rows) {
        int breaches = breaches(rows);
        return breaches >= FEWEST_OF_EACH && rows.size() - breaches >= FEWEST_OF_EACH;
    }

    /// Tomorrow, with a size.
    ///
    /// @param size cores or bytes of a replica, above 0
    /// @return empty if fewer than three days were measured, or the last one was not
    public Optional<BreachForecast> forecast(Usage usage, double size) {
        DailyUse use = DailyUse.of(series(usage, measure));
        return new BreachRows(use, risk).row("", use.days(), size).map(this::forecast);
    }

    private BreachForecast forecast(BreachRow row) {
        double plain = PlainRule.asReplayed(row);
        BreachClassifier known = classifier;
        String what = measure == Measure.CPU_CORES
                ? "CPU above its request for more than the stated risk"
                : "Memory above its limit";
        if (known == null) {
            return new BreachForecast(measure, plain, plain, false, List.of(), String.format(Locale.ROOT,
                    "%s tomorrow: %.0f %% by the plain rule, the share of the last days; the learned forecast is switched off.",
                    what, 100 * plain));
        }
        double probability = known.probability(row);
        List<BreachForecast.Reason> reasons = BreachReasons.of(known, row);
        String because = reasons.isEmpty() ? "" : " Mostly since " + reasons.getFirst().sentence() + ".";
        return new BreachForecast(measure, probability, plain, true, reasons, String.format(Locale.ROOT,
                "%s tomorrow: %.0f %% by the learned forecast, %.0f %% by the plain rule.%s", what, 100 * probability,
                100 * plain, because));
    }

    private static List<TimeSeries> series(Usage usage, Measure measure) {
        return usage.replicas().stream().map(measure == Measure.CPU_CORES ? ReplicaUsage::cpu : ReplicaUsage::memory)
                .filter(each -> each.length() > 0).toList();
    }
}
