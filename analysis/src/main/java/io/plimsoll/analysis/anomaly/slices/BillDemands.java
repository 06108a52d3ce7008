package io.plimsoll.analysis.anomaly.slices;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.task.Cancellation;

/// What the loaded bill itself demands before anything is found in it: which days are complete, and which impact is worth a look.
public final class BillDemands {
    private static final String SERVICE = "ServiceName";
    private static final int MOST_DAYS = 30;
    /// As far as the gate can be set.
    private static final double MOST_MONEY = 1e12;

    private final Billing billing;
    private final Quality quality;

    /// @param quality knows how long each service's bill takes to settle
    public BillDemands(Billing billing, Quality quality) {
        this.billing = billing;
        this.quality = quality;
    }

    /// The detector's, at the values in use: no day is judged before the data's own lag is over, and an impact counts from a
    /// thousandth of a month's bill on.
    public Parameters parameters() {
        Parameters initial = Parameters.initial(Detection.parameters());
        return billing.span().map(span -> initial
                .with("immature", Long.toString(Math.max(initial.whole("immature"), lag(span))))
                .with("min-money", Double.toString(Math.max(initial.number("min-money"), thousandth(span)))))
                .orElse(initial);
    }

    /// A service whose days were seen to settle is judged from the day on by which nine of ten have; the others as `parameters` say.
    public Maturity maturity() {
        Map<String, Integer> days = new HashMap<>();
        quality.lags().forEach(each -> days.put(each.service(), Math.clamp(each.safeDays(), 1, MOST_DAYS)));
        return key -> {
            Integer own = days.get(key.dimensions().getOrDefault(SERVICE, ""));
            return own == null ? OptionalInt.empty() : OptionalInt.of(own);
        };
    }

    private static long lag(BillingSpan span) {
        return Math.min(MOST_DAYS, ChronoUnit.DAYS.between(span.lastComplete(), span.last()));
    }

    private double thousandth(BillingSpan span) {
        LocalDate from = span.lastComplete().minusDays(MOST_DAYS - 1);
        return billing.costs(CostQuery.by(CostMetric.EFFECTIVE).within(from, span.lastComplete()).onlyUsage(),
                Cancellation.never()).stream()
                .mapToDouble(table -> Math.min(MOST_MONEY, table.total().doubleValue() / 1000)).min().orElse(0);
    }
}
