package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// Exact daily cost of complete days in one currency.
///
/// @param start the first day with cost of what runs
/// @param total all charges
/// @param usage what runs, of the same days
@SuppressWarnings("ArrayRecordComponent")
record DailyCosts(String currency, LocalDate start, BigDecimal[] total, BigDecimal[] usage) {
    /// One a currency, or one with everything converted.
    static List<DailyCosts> of(Billing billing, ForecastQuery query, CostQuery costs, BillingSpan span,
            Cancellation cancellation) {
        CostQuery bare = new CostQuery(List.of(), costs.metric(), span.first(), span.lastComplete(),
                CostQuery.Grain.DAY, costs.filters(), 0, costs.usageOnly());
        String only = query.currency();
        Map<String, BigDecimal[]> totals = new TreeMap<>();
        Map<String, BigDecimal[]> usage = new TreeMap<>();
        if (query.convert() && only != null) {
            BigDecimal[] all = converted(billing, bare, only, span, cancellation);
            totals.put(only, all);
            usage.put(only, converted(billing, bare.onlyUsage(), only, span, cancellation));
        } else {
            billing.daily(bare, cancellation).forEach(each -> totals.put(each.currency(), each.cost()));
            for (KeyedSeries each : billing.daily(bare.onlyUsage(), cancellation)) {
                usage.put(each.currency(), each.cost());
            }
        }
        List<DailyCosts> found = new ArrayList<>();
        totals.forEach((currency, all) -> {
            if (only == null || only.equals(currency)) {
                found.add(new DailyCosts(currency, span.first(), all,
                        usage.getOrDefault(currency, zeros(all.length))).trimmed());
            }
        });
        return found;
    }

    private static BigDecimal[] converted(Billing billing, CostQuery query, String currency, BillingSpan span,
            Cancellation cancellation) {
        BigDecimal[] cost = zeros((int) ChronoUnit.DAYS.between(span.first(), span.lastComplete()) + 1);
        billing.convertedCosts(query, currency, cancellation).ifPresent(found -> {
            for (CostTable.Row row : found.table().rows()) {
                LocalDate day = row.period();
                if (day != null) {
                    int at = (int) ChronoUnit.DAYS.between(span.first(), day);
                    cost[at] = cost[at].add(row.cost());
                }
            }
        });
        return cost;
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    /// Days before anything ran say nothing about what runs: a single correction may lie years back.
    private DailyCosts trimmed() {
        BigDecimal[] leading = Arrays.stream(usage).allMatch(each -> each.signum() == 0) ? total : usage;
        int from = 0;
        while (from < leading.length && leading[from].signum() == 0) {
            from++;
        }
        return new DailyCosts(currency, start.plusDays(from), Arrays.copyOfRange(total, from, total.length),
                Arrays.copyOfRange(usage, from, usage.length));
    }

    int length() {
        return total.length;
    }

    /// The first day that is not complete.
    LocalDate ahead() {
        return start.plusDays(total.length);
    }

    double[] running() {
        return Arrays.stream(usage).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /// Taxes, credits, purchases, adjustments and corrections.
    double[] other() {
        double[] other = new double[total.length];
        for (int t = 0; t < other.length; t++) {
            other[t] = total[t].subtract(usage[t]).doubleValue();
        }
        return other;
    }

    /// Exact sum of the complete days of a period.
    BigDecimal sum(Days days) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int t = 0; t < total.length; t++) {
            if (days.contains(start.plusDays(t))) {
                sum = sum.add(total[t]);
            }
        }
        return sum;
    }

    /// What a month comes to if every day to come is like its weekday in the last four weeks.
    BigDecimal runRate(YearMonth month) {
        double sum = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (!day.isBefore(ahead())) {
                double weekday = 0;
                int count = 0;
                int back = Math.floorMod(ChronoUnit.DAYS.between(ahead(), day), 7);
                for (int t = total.length - 7 + back; t >= Math.max(0, total.length - 28); t -= 7) {
                    weekday += usage[t].doubleValue();
                    count++;
                }
                sum += count == 0 ? 0 : weekday / count;
            }
        }
        return Range.cents(sum).add(sum(new Days(month.atDay(1), month.atEndOfMonth())))
                .setScale(2, RoundingMode.HALF_EVEN);
    }
}
