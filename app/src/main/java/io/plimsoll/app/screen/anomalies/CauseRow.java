package io.plimsoll.app.screen.anomalies;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.SingleDimension;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// A line of "Where it comes from".
///
/// @param cause  null for what is left over
/// @param name   the element's values
/// @param full   with their dimensions
/// @param excess against what was expected
/// @param share  of the whole difference, may lie outside 0..1
record CauseRow(@Nullable Cause cause, String name, String full, Money excess, double share) {
    private static final int MOST_COMBINED = 4;
    private static final int MOST_SINGLE = 5;
    /// A dimension with one value only, or with unmoved shares, tells nothing.
    private static final double TELLING = 1e-6;

    /// Elements found by combining dimensions, and what they leave over; empty if nothing stands out.
    static List<CauseRow> combined(FindingDetail detail) {
        List<CauseRow> rows = new ArrayList<>();
        String currency = detail.finding().impact().currency();
        BigDecimal rest = detail.excess();
        for (Cause cause : detail.causes().stream().limit(MOST_COMBINED).toList()) {
            rows.add(row(cause, currency));
            rest = rest.subtract(cause.excess());
        }
        Money left = new Money(rest, currency);
        if (!rows.isEmpty() && left.rounded(2).signum() != 0) {
            String name = Messages.text("anomalies.cause.rest");
            rows.add(new CauseRow(null, name, name, left, share(rest, detail.excess())));
        }
        return rows;
    }

    /// The elements of each dimension alone, the most telling dimension first.
    static List<CauseRow> single(FindingDetail detail) {
        List<CauseRow> rows = new ArrayList<>();
        String currency = detail.finding().impact().currency();
        for (SingleDimension.Ranked ranked : detail.dimensions()) {
            if (ranked.surprise() > TELLING) {
                ranked.elements().forEach(each -> rows.add(named(each, currency)));
            }
        }
        return List.copyOf(rows.subList(0, Math.min(MOST_SINGLE, rows.size())));
    }

    /// How much of the difference the combined elements hold: `2 parts explain 96 %`.
    static String hint(FindingDetail detail) {
        List<CauseRow> found = combined(detail).stream().filter(each -> each.cause() != null).toList();
        BigDecimal sum = found.stream().map(each -> each.excess().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return found.isEmpty()
                ? ""
                : Messages.text(found.size() == 1 ? "anomalies.cause.one" : "anomalies.cause.some", found.size(),
                        Formats.percent(share(sum, detail.excess()), 0));
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? 0 : part.divide(whole, MathContext.DECIMAL64).doubleValue();
    }

    private static CauseRow row(Cause cause, String currency) {
        return new CauseRow(cause, FindingText.element(cause.element()), FindingText.elementInFull(cause.element()),
                new Money(cause.excess(), currency), cause.share());
    }

    /// With the name of its dimension, as the dimensions stand among each other.
    private static CauseRow named(Cause cause, String currency) {
        Map.Entry<String, String> only = cause.element().entrySet().iterator().next();
        String value = FindingText.element(Map.of(only.getKey(), only.getValue()));
        return new CauseRow(cause, value + " (" + only.getKey().replaceFirst("^tag:", "") + ")",
                FindingText.elementInFull(cause.element()), new Money(cause.excess(), currency), cause.share());
    }
}
