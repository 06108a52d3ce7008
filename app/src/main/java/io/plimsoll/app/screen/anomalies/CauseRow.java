package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.BothSides;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.SingleDimension;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// A line of "Where it comes from".
///
/// @param cause   null for what is left over, and for a heading
/// @param name    the element's values
/// @param full    with their dimensions
/// @param excess  against what was expected, to the cent; null for a heading
/// @param percent of the whole difference, may lie outside 0..100
record CauseRow(@Nullable Cause cause, String name, String full, @Nullable Money excess, int percent) {
    private static final int MOST_COMBINED = 4;
    private static final int MOST_SINGLE = 5;
    /// A dimension with one value only, or with unmoved shares, tells nothing.
    private static final double TELLING = 1e-6;

    /// Elements found by combining dimensions, those against the change under a heading of their own, and what they leave over;
    /// amounts and shares add up to the whole. Empty if nothing stands out.
    static List<CauseRow> combined(FindingDetail detail) {
        List<CauseRow> rows = new ArrayList<>();
        String currency = detail.finding().impact().currency();
        BothSides breakdown = detail.breakdown(MOST_COMBINED);
        breakdown.along().forEach(each -> rows.add(row(each, currency)));
        if (!breakdown.against().isEmpty()) {
            boolean up = detail.excess().signum() > 0;
            rows.add(heading(Messages.text(up ? "anomalies.cause.less" : "anomalies.cause.more")));
            breakdown.against().forEach(each -> rows.add(row(each, currency)));
        }
        if (!rows.isEmpty() && breakdown.rest().amount().signum() != 0) {
            String name = Messages.text("anomalies.cause.rest");
            rows.add(new CauseRow(null, name, name, new Money(breakdown.rest().amount(), currency),
                    breakdown.rest().percent()));
        }
        return rows;
    }

    private static CauseRow heading(String name) {
        return new CauseRow(null, name, name, null, 0);
    }

    boolean isHeading() {
        return excess == null;
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
        BothSides breakdown = detail.breakdown(MOST_COMBINED);
        int found = breakdown.along().size();
        return found == 0
                ? ""
                : Messages.text(found == 1 ? "anomalies.cause.one" : "anomalies.cause.some", found,
                        Formats.percent(breakdown.explained() / 100.0, 0));
    }

    private static CauseRow row(BothSides.Part part, String currency) {
        Cause cause = Objects.requireNonNull(part.cause());
        return new CauseRow(cause, FindingText.element(cause.element()), FindingText.elementInFull(cause.element()),
                new Money(part.amount(), currency), part.percent());
    }

    /// With the name of its dimension, as the dimensions stand among each other.
    private static CauseRow named(Cause cause, String currency) {
        Map.Entry<String, String> only = cause.element().entrySet().iterator().next();
        String value = FindingText.element(Map.of(only.getKey(), only.getValue()));
        return new CauseRow(cause, value + " (" + only.getKey().replaceFirst("^tag:", "") + ")",
                FindingText.elementInFull(cause.element()), new Money(cause.excess(), currency).rounded(2),
                (int) Math.round(100 * cause.share()));
    }
}
