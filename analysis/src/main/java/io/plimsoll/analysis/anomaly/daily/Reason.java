package io.plimsoll.analysis.anomaly.daily;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.unit.Money;

/// Says why an event was flagged.
///
/// @param first day index of the judgement's first day
record Reason(CostSeries series, Judgement judgement, int first) {
    private static final int FORTNIGHT = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    Explanation of(Candidate event, AnomalyKind kind, MoneyGate.Excess excess) {
        List<Contribution> parts = new ArrayList<>();
        int peak = event.peak() - first;
        if (kind != AnomalyKind.NEW_SERVICE && peak >= 0) {
            add(parts, "day of week", judgement.weekday(peak));
            add(parts, "day of month", judgement.month(peak));
        }
        double[] quantity = series.quantity();
        if (quantity != null && event.onset() > 0) {
            double use = step(quantity, event);
            double all = step(series.values(), event);
            if (Double.isFinite(use) && Double.isFinite(all)) {
                parts.add(new Contribution("quantity", percent(use)));
                parts.add(new Contribution("unit price", percent(all - use)));
            }
        }
        double should = excess.expected().doubleValue();
        if (should != 0) {
            parts.add(new Contribution("over the whole episode", 100 * excess.impact().doubleValue() / should));
        }
        return new Explanation(sentence(event, kind, excess), parts);
    }

    private static void add(List<Contribution> parts, String name, double effect) {
        if (effect != 0) {
            parts.add(new Contribution(name, percent(effect)));
        }
    }

    private static double percent(double effect) {
        return 100 * Math.expm1(effect);
    }

    /// Logarithmic step from the fortnight before the event to its own days.
    private static double step(double[] values, Candidate event) {
        return Math.log(median(values, event.onset(), Math.min(event.end() + 1, event.onset() + FORTNIGHT)))
                - Math.log(median(values, Math.max(0, event.onset() - FORTNIGHT), event.onset()));
    }

    private static double median(double[] values, int from, int to) {
        return Robust.median(Arrays.copyOfRange(values, from, to));
    }

    private String sentence(Candidate event, AnomalyKind kind, MoneyGate.Excess excess) {
        String days = event.onset() == event.end()
                ? "on " + day(event.onset())
                : "from " + day(event.onset()) + " to " + day(event.end());
        String head = capital(kind.title()) + " " + days + ": " + money(excess.impact().add(excess.expected())) + " "
                + series.currency() + " against " + money(excess.expected()) + " expected";
        return head + switch (kind) {
            case NEW_SERVICE -> "; nothing was paid for it before.";
            case PRICE_CHANGE -> "; the unit price moved, the quantity did not.";
            case DRIFT -> String.format(Locale.ROOT, "; the slow change is %.1f times its usual wobble.",
                    Math.abs(event.deviation()));
            default -> String.format(Locale.ROOT, "; the farthest day lies %.1f robust standard deviations off.",
                    Math.abs(event.deviation()));
        };
    }

    private String day(int index) {
        return DAY.format(series.day(index));
    }

    /// A sum of decimals stays one: through a double it may be shown a cent off.
    private String money(BigDecimal amount) {
        return new Money(amount, series.currency()).rounded(2).amount().toPlainString();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
