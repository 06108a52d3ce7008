package io.plimsoll.analysis.anomaly.daily;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Episode;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.series.Robust;

/// Writes events and judgements down as the records that leave the package.
public final class EpisodeWriter {
    private final CostSeries series;
    private final double[] cost;
    private final CostScale scale;
    private final int first;
    private final Judgement judgement;
    private final Gates gates;
    private final MoneyGate gate;
    private final int until;

    public EpisodeWriter(CostSeries series, Candidates candidates, Judgement judgement, Gates gates, MoneyGate gate,
            int until) {
        this.series = series;
        cost = series.values();
        scale = candidates.scale();
        first = candidates.first();
        this.judgement = judgement;
        this.gates = gates;
        this.gate = gate;
        this.until = until;
    }

    public Episode episode(Candidate event) {
        return written(event, false);
    }

    private Episode written(Candidate event, boolean provisional) {
        MoneyGate.Excess excess = MoneyGate.excess(series, event, event.end());
        AnomalyKind kind = kind(event);
        int known = event.onset() - first;
        double certain = kind == AnomalyKind.NEW_SERVICE ? 1 : known / (known + 14.0);
        double confidence = (1 - Math.pow(2, -event.strength())) * certain;
        return new Episode(series.day(event.onset()), series.day(event.peak()), series.day(event.end()), event.open(),
                kind, excess.impact(), excess.expected(), Severity.of(excess.impact(), gate.money()), confidence,
                event.deviation(), provisional, new Reason(series, judgement, scale, first).of(event, kind, excess));
    }

    private AnomalyKind kind(Candidate event) {
        double last = cost[event.end()];
        boolean gone = Math.abs(last) <= Math.abs(event.expected(event.end())) / 100;
        return event.kind(gone, grows(event));
    }

    /// The last third of the days lies at least twice as far off as the first third: a climb, not a step.
    private boolean grows(Candidate event) {
        int third = (event.end() - event.onset() + 1) / 3;
        return third > 0 && ratio(event, event.end() - third + 1) >= 2 * ratio(event, event.onset());
    }

    /// Median distance in logarithms of a third of the days.
    private double ratio(Candidate event, int from) {
        int third = (event.end() - event.onset() + 1) / 3;
        double[] distances = new double[third];
        for (int i = 0; i < third; i++) {
            distances[i] = Math.abs(scale.to(cost[from + i]) - scale.to(event.expected(from + i)));
        }
        return Robust.median(distances);
    }

    /// Marks the days of an event.
    public void mark(Candidate event, AnomalyKind kind, @Nullable AnomalyKind[] kinds) {
        for (int i = event.onset(); i <= event.end(); i++) {
            kinds[i] = Double.isNaN(event.expected(i)) ? kinds[i] : kind;
        }
    }

    /// Days that may be incomplete can only rise, so too much on them is worth showing, too little never is.
    ///
    /// @return an episode on incomplete days only, or null
    public @Nullable Episode provisional(List<AlertPlan.Alert> alerts) {
        int peak = -1;
        int onset = -1;
        double[] expected = new double[cost.length];
        Arrays.fill(expected, Double.NaN);
        for (int i = Math.max(until, first); i < cost.length; i++) {
            double should = expected(i);
            if (strength(i) >= 1 && cost[i] > should) {
                onset = onset < 0 ? i : onset;
                peak = peak < 0 || strength(i) > strength(peak) ? i : peak;
                expected[i] = should;
            }
        }
        if (onset < 0 || alerts.stream().anyMatch(each -> each.event().open() && each.event().up())) {
            return null;
        }
        double deviation = strength(peak) * gates.day();
        Candidate event = new Candidate(AnomalyKind.SPIKE, new Move(onset, onset, peak, true, false,
                0, 0, 0, peak, deviation, strength(peak)), expected, expected);
        return gate.passes(MoneyGate.excess(series, event, peak), true) ? written(event, true) : null;
    }

    public List<DayScore> days(boolean[] alerted, @Nullable AnomalyKind[] kinds) {
        List<DayScore> days = new ArrayList<>(cost.length);
        for (int i = 0; i < cost.length; i++) {
            double half = i < first ? Double.NaN : gates.day() * judgement.scale(i - first);
            double centre = i < first ? Double.NaN : judgement.expected(i - first);
            days.add(new DayScore(series.day(i), cost[i], expected(i), scale.back(centre - half),
                    scale.back(centre + half), 1 - Math.pow(2, -strength(i)), alerted[i], i >= until, kinds[i]));
        }
        return days;
    }

    private double expected(int i) {
        return i < first ? Double.NaN : scale.back(judgement.expected(i - first));
    }

    private double strength(int i) {
        return i < first ? 0 : judgement.strength(i - first);
    }
}
