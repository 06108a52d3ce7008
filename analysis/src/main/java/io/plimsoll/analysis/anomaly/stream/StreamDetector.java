package io.plimsoll.analysis.anomaly.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.task.Cancellation;

/// Judges one series of telemetry row by row, each by nothing but the rows up to it: utilisation, latency, lag, rates. One
/// configuration for all; measured in `docs/benchmarks.md`, chosen as decision 52 says.
///
/// A score tells alerts apart: from `CERTAIN` on what lasts, from `ALERT` on also what was merely never seen, and below it no alert.
public final class StreamDetector {
    /// From this score on a row is an alert.
    public static final double ALERT = 0.5;
    /// From this score on an alert is for a deviation that lasts: fewer, and more often right.
    public static final double CERTAIN = 0.75;
    private static final double BAND = 0.2499;
    private static final int CHECK_EVERY = 1000;
    /// Distances between the first rows, which are not judged, give the step.
    private static final int FOR_STEP = 49;
    private static final int HALF_DAY = 43_200;
    private static final int LEAST_LEARNING = 120;
    private static final int MOST_LEARNING = 375;
    private static final double SILENT_DAYS = 0.28;
    private static final int LEAST_SILENCE = 32;
    private static final int MOST_SILENCE = 100;

    private final Novelty novelty;
    private final Extremes extremes;
    private final DaySlots slots;
    private final Vanished vanished = new Vanished();
    private final Lasting lasting;
    private final Surprise surprise;

    private StreamDetector(long step) {
        int learning = Math.clamp(HALF_DAY / step, LEAST_LEARNING, MOST_LEARNING);
        this.novelty = new Novelty(learning);
        this.extremes = new Extremes(learning);
        this.slots = new DaySlots(step);
        this.lasting = new Lasting(step);
        this.surprise = new Surprise(
                (int) Math.clamp(SILENT_DAYS * 2 * HALF_DAY / step, LEAST_SILENCE, MOST_SILENCE));
    }

    /// @param seconds epoch seconds, UTC, in the order of arrival
    /// @param values  as many; `NaN` is a gap, which is passed over, and so is what is infinite
    /// @return one score a row; 0 for the first fifty
    public static List<StreamScore> judge(long[] seconds, double[] values, Cancellation cancellation) {
        StreamDetector detector = new StreamDetector(step(seconds));
        List<StreamScore> scores = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            if (i % CHECK_EVERY == 0) {
                cancellation.check();
            }
            StreamScore nothing = new StreamScore(seconds[i], values[i], 0, false, null);
            StreamScore score = Double.isFinite(values[i]) ? detector.next(seconds[i], values[i]) : nothing;
            scores.add(i > FOR_STEP ? score : nothing);
        }
        return scores;
    }

    private static long step(long[] seconds) {
        long[] steps = new long[Math.clamp(seconds.length - 1, 0, FOR_STEP)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(seconds[i + 1] - seconds[i]);
        }
        Arrays.sort(steps);
        return steps.length == 0 ? 1 : Math.max(1, steps[steps.length / 2]);
    }

    private StreamScore next(long second, double value) {
        double usual = extremes.median();
        double novel = novelty.next(value);
        double extreme = extremes.next(value);
        double distance = slots.next(second, value);
        boolean gone = vanished.next(value);
        boolean lasts = lasting.next(distance, extreme, gone);
        boolean surprises = surprise.next(novel, extreme, distance, slots.explained());
        if (lasts) {
            surprise.silence();
        }
        double score;
        if (lasts) {
            score = CERTAIN + BAND * lasting.level();
        } else if (surprises) {
            score = ALERT + BAND * Math.min(1, surprise.level());
        } else {
            score = 2 * BAND * lasting.level();
        }
        return new StreamScore(second, value, score, lasts || surprises,
                kind(lasts, surprises, gone, distance == 0 ? value - usual : distance));
    }

    private static @Nullable AnomalyKind kind(boolean lasts, boolean surprises, boolean gone, double direction) {
        if (!lasts && !surprises) {
            return null;
        }
        if (gone) {
            return AnomalyKind.DISAPPEARED;
        }
        if (direction < 0) {
            return AnomalyKind.DROP;
        }
        return lasts ? AnomalyKind.BURST : AnomalyKind.SPIKE;
    }
}
