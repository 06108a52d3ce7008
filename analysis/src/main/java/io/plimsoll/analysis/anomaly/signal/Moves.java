package io.plimsoll.analysis.anomaly.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.stream.StreamDetector;
import io.plimsoll.analysis.anomaly.stream.StreamScore;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

/// Turns the detector's alerts into events with an onset, a peak and an end. Only what lasts alerts (`StreamDetector.CERTAIN`).
final class Moves {
    /// The detector's own measure of calm: below it for two hours, an episode is over.
    private static final double CALM = 0.238;
    private static final long CALM_SECONDS = 7200;
    /// An alert comes late; the onset is looked for this far back.
    private static final long LATE = 6 * 3600L;
    private static final double UNUSUAL = 3;
    private static final int LEAST_ROWS = 150;
    private static final long DAY = Expectation.DAY;

    private Moves() {
    }

    static List<Move> of(Pods pods, Watched watched, Cancellation cancellation) {
        TimeSeries series = pods.series();
        List<Move> moves = new ArrayList<>();
        if (series.length() < LEAST_ROWS) {
            return moves;
        }
        List<StreamScore> scores = StreamDetector.judge(series.times(), series.values(), cancellation);
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i).alert() && scores.get(i).score() >= StreamDetector.CERTAIN) {
                Move move = move(pods, watched, scores, i);
                if (move != null) {
                    moves.add(move);
                    i = Math.max(i, move.until());
                }
            }
        }
        return moves;
    }

    private static @Nullable Move move(Pods pods, Watched watched, List<StreamScore> scores,
            int alert) {
        TimeSeries series = pods.series();
        Expectation expectation = new Expectation(series, series.times()[alert] - LATE);
        double distance = series.values()[alert] - expectation.of(series.times()[alert]);
        if (Double.isNaN(distance) || distance == 0) {
            return null;
        }
        double sign = Math.signum(distance);
        int from = alert;
        while (from > 0 && series.times()[alert] - series.times()[from - 1] <= LATE
                && sign * off(series, expectation, from - 1) > UNUSUAL * expectation.scale()) {
            from--;
        }
        int until = lasting(series, expectation, sign, alert, calm(scores, alert, watched));
        double[] values = Arrays.copyOfRange(series.values(), from, until + 1);
        double[] expected = Arrays.stream(series.times(), from, until + 1).mapToDouble(expectation::of).toArray();
        double[] off = new double[values.length];
        int peak = 0;
        for (int i = 0; i < off.length; i++) {
            off[i] = values[i] - expected[i];
            peak = sign * off[i] > sign * off[peak] ? i : peak;
        }
        boolean vanished = scores.get(alert).kind() == AnomalyKind.DISAPPEARED;
        return new Move(watched, pods, expectation, from, alert, from + peak, until,
                series.times()[series.length() - 1] - series.times()[until] < CALM_SECONDS, vanished,
                Robust.median(values), Robust.median(expected), Robust.median(off) / expectation.scale());
    }

    private static double off(TimeSeries series, Expectation expectation, int index) {
        return series.values()[index] - expectation.of(series.times()[index]);
    }

    /// The last row before two calm hours.
    private static int calm(List<StreamScore> scores, int alert, Watched watched) {
        int least = (int) Math.max(1, CALM_SECONDS / watched.step());
        int last = alert;
        for (int i = alert + 1; i < scores.size() && i - last <= least; i++) {
            if (scores.get(i).score() >= CALM) {
                last = i;
            }
        }
        return last;
    }

    /// The detector gets used to a new level within days. As long as half of a day's readings stay beyond half of the way, it lasts.
    private static int lasting(TimeSeries series, Expectation expectation, double sign, int alert, int calm) {
        double[] first = new double[calm - alert + 1];
        for (int i = 0; i < first.length; i++) {
            first[i] = sign * off(series, expectation, alert + i);
        }
        double half = Robust.median(first) / 2;
        int until = calm;
        if (half <= 0) {
            return until;
        }
        for (int i = calm + 1; i < series.length() && series.times()[i] - series.times()[until] <= DAY; i++) {
            int ahead = Math.min(series.length(), Expectation.at(series, series.times()[i] + DAY));
            int beyond = 0;
            for (int j = i; j < ahead; j++) {
                beyond += sign * off(series, expectation, j) >= half ? 1 : 0;
            }
            if (2 * beyond < ahead - i) {
                break;
            }
            until = sign * off(series, expectation, i) >= half ? i : until;
        }
        return until;
    }
}
