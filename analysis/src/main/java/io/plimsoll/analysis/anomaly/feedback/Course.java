package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;

/// How much one event weighed on each day from its alert on, by what was known on that day.
///
/// The weight is the grade of severity first and certainty second, in hundredths: 0 to 33 low, to 66 medium, to 100 high. It never falls.
///
/// @param weights one a day from `alert` to the last day of the event
record Course(String id, LocalDate alert, int[] weights) {
    /// As an expectation matures in the detector.
    private static final double HALF_KNOWN = 14;
    private static final double AT_GATE = 0.5;
    private static final int WEEK = 7;

    LocalDate last() {
        return alert.plusDays(weights.length - 1L);
    }

    /// The first day, of those from `from` to `to`, on which it weighs enough.
    Optional<LocalDate> heard(int threshold, LocalDate from, LocalDate to) {
        LocalDate first = alert.isAfter(from) ? alert : from;
        LocalDate end = last().isBefore(to) ? last() : to;
        for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
            if (weights[(int) (day.toEpochDay() - alert.toEpochDay())] >= threshold) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /// @param gate smallest impact in money that is worth an alert
    static Course of(Anomaly anomaly, BigDecimal gate) {
        return switch (anomaly) {
            case Finding finding -> of(finding, gate);
            // Its values are known at its peak, not before.
            case Signal signal -> new Course(signal.id(), LocalDate.ofInstant(signal.peak(), ZoneOffset.UTC),
                    lasting(weight(signal.severity(), signal.confidence()), signal));
        };
    }

    private static int[] lasting(int weight, Signal signal) {
        long days = (signal.until().getEpochSecond() / 86_400) - (signal.peak().getEpochSecond() / 86_400) + 1;
        int[] weights = new int[(int) Math.max(1, days)];
        Arrays.fill(weights, weight);
        return weights;
    }

    private static Course of(Finding finding, BigDecimal gate) {
        List<DayScore> days = finding.days();
        int start = days.isEmpty() ? 0 : (int) (finding.start().toEpochDay() - days.getFirst().day().toEpochDay());
        int end = (int) (finding.end().toEpochDay() - finding.start().toEpochDay()) + start;
        if (days.isEmpty() || start < 0 || end >= days.size()) {
            return new Course(finding.id(), finding.start(),
                    new int[]{weight(finding.severity(), finding.confidence())});
        }
        int alert = alert(days, start, end);
        int[] weights = new int[Math.max(end, alert) - alert + 1];
        double excess = 0;
        double score = AT_GATE;
        double certain = certain(finding, days, start);
        int most = 0;
        for (int i = start; i < alert + weights.length; i++) {
            double moved = days.get(i).value() - before(days, start, i);
            excess += Double.isNaN(moved) ? 0 : moved;
            score = Math.max(score, days.get(i).score());
            most = Math.max(most, weight(Severity.of(BigDecimal.valueOf(excess), gate), score * certain));
            if (i >= alert) {
                weights[i - alert] = most;
            }
        }
        return new Course(finding.id(), days.get(alert).day(), weights);
    }

    private static int alert(List<DayScore> days, int start, int end) {
        for (int i = start; i < days.size(); i++) {
            if (days.get(i).alert()) {
                return i;
            }
        }
        return end;
    }

    private static double certain(Finding finding, List<DayScore> days, int start) {
        long known = days.subList(0, start).stream().filter(each -> Double.isFinite(each.expected())).count();
        return finding.kind() == AnomalyKind.NEW_SERVICE ? 1 : known / (known + HALF_KNOWN);
    }

    /// What was expected on the same weekday before it began. The detector's own expectation follows the event after a while.
    private static double before(List<DayScore> days, int start, int day) {
        int same = start - WEEK + Math.floorMod(day - start, WEEK);
        double expected = same < 0 ? Double.NaN : days.get(same).expected();
        return Double.isNaN(expected) ? 0 : expected;
    }

    static int weight(Severity severity, double confidence) {
        return (int) Math.floor(100 * (severity.ordinal() + Math.clamp(confidence, 0, 1))
                / Severity.values().length);
    }
}
