package io.plimsoll.analysis.anomaly.daily;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.unit.Money;

/// Says why an event was flagged.
///
/// @param first day index of the judgement's first day
record Reason(CostSeries series, Judgement judgement, CostScale scale, int first) {
    private static final double SMALLEST = 1e-12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    Explanation of(Candidate event, AnomalyKind kind, MoneyGate.Excess excess) {
        List<Contribution> parts = new ArrayList<>();
        if (kind != AnomalyKind.NEW_SERVICE && event.peak() >= first) {
            ofDay(parts, event.peak(), event.expected(event.peak()));
        }
        double should = excess.expected().doubleValue();
        if (should != 0) {
            parts.add(new Contribution("over the whole episode", 100 * excess.impact().doubleValue() / should));
        }
        return new Explanation(sentence(event, kind, excess), parts);
    }

    /// From the plain level to the day's cost, factor by factor: the effects are those on the detector's scale, and what they leave is the event.
    private void ofDay(List<Contribution> parts, int day, double expected) {
        double cost = series.values()[day];
        double weekday = judgement.weekday(day - first);
        double month = judgement.month(day - first);
        double level = scale.back(scale.to(expected) - weekday - month);
        double onWeekday = scale.back(scale.to(expected) - month);
        if (level > 0 && onWeekday > 0 && expected > 0 && Double.isFinite(cost)) {
            add(parts, Explanation.WEEKDAY, onWeekday / level);
            add(parts, Explanation.MONTH_DAY, expected / onWeekday);
            parts.add(new Contribution(Explanation.EVENT, 100 * (cost / expected - 1)));
        }
    }

    private static void add(List<Contribution> parts, String name, double factor) {
        if (Math.abs(factor - 1) > SMALLEST) {
            parts.add(new Contribution(name, 100 * (factor - 1)));
        }
    }

    private String sentence(Candidate event, AnomalyKind kind, MoneyGate.Excess excess) {
        String days = event.onset() == event.end()
                ? "on " + day(event.onset())
                : "from " + day(event.onset()) + " to " + day(event.end());
        // What was expected is an estimate: it gives way, so that the amounts subtract to the impact to the cent.
        BigDecimal cost = money(excess.impact().add(excess.expected()));
        String head = capital(kind.title()) + " " + days + ": " + cost.toPlainString() + " " + series.currency()
                + " against " + cost.subtract(money(excess.impact())).toPlainString() + " expected";
        return head + switch (kind) {
            case NEW_SERVICE -> "; nothing was paid for it before.";
            case PRICE_CHANGE -> "; the unit price moved, the quantity did not.";
            case DRIFT -> String.format(Locale.ROOT, "; the slow change is %.1f times its usual wobble.",
                    Math.abs(event.deviation()));
            default -> String.format(Locale.ROOT, "; the farthest day is %.1f times as far off as days usually are.",
                    Math.abs(event.deviation()));
        };
    }

    private String day(int index) {
        return DAY.format(series.day(index));
    }

    /// A sum of decimals stays one: through a double it may be shown a cent off.
    private BigDecimal money(BigDecimal amount) {
        return new Money(amount, series.currency()).rounded(2).amount();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
