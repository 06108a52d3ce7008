package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Episode;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.daily.MoneyGate;

/// Writes down a move that was too small to be suspected by itself, and is believed because another one cancels it.
///
/// @param until index of the first day that may be incomplete
/// @param judge the days of a series
record UnseenMove(MoneyGate gate, int until, Function<CostSeries, List<DayScore>> judge) {
    private static final double FLOOR = 0.02;
    /// Two moves count from a joint distance of so many deviations on; alone this one may have been just above half of it.
    private static final double GATE = 3.5;

    Suspicion suspicion(OffsetSide shift) {
        Suspicion known = shift.suspicion();
        if (known != null) {
            return known;
        }
        CostSeries series = shift.series();
        WeekSteps steps = new WeekSteps(series, until, FLOOR);
        double confidence = (1 - Math.pow(2, -Math.abs(shift.deviations()) / GATE)) * shift.onset()
                / (shift.onset() + 14.0);
        Episode episode = new Episode(series.day(shift.onset()),
                series.day(steps.farthest(shift.onset(), shift.last())),
                series.day(shift.last()), shift.last() == until - 1, AnomalyKind.LEVEL_SHIFT, shift.excess().impact(),
                shift.excess().expected(), Severity.of(shift.excess().impact(), gate.money()), confidence,
                shift.deviations(), false, explanation(shift));
        return new Suspicion(series, episode, judge.apply(series));
    }

    private static Explanation explanation(OffsetSide shift) {
        CostSeries series = shift.series();
        double should = shift.excess().expected().doubleValue();
        double percent = 100 * shift.excess().impact().doubleValue() / should;
        String sentence = "Level shift from " + series.day(shift.onset()) + " to " + series.day(shift.last()) + ": "
                + money(shift.excess().impact().add(shift.excess().expected())) + " " + series.currency() + " against "
                + money(shift.excess().expected()) + " expected; too small to be told by itself.";
        return new Explanation(sentence,
                should == 0 ? List.of() : List.of(new Contribution("over the whole episode", percent)));
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
