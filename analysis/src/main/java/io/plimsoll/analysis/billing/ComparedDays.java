package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What the same question costs on two stretches of days, each day beside the one that it is held against, in one currency. Days that are not
/// loaded, or not complete yet, on either side are left out on both.
///
/// @param against which days the others are
/// @param now     the days that are compared; they may be fewer than was asked for
/// @param before  the days that they are held against
/// @param days    one for each of `now`
/// @param total   of `now`, exactly summed
/// @param earlier of `before`, exactly summed
public record ComparedDays(Against against, Days now, Days before, List<Day> days, Money total, Money earlier) {
    private static final int FOUR_WEEKS = 28;

    public ComparedDays {
        days = List.copyOf(days);
    }

    /// Which earlier days.
    public enum Against {
        /// As many days, directly before.
        PERIOD,
        /// Each day is held against the same weekday four weeks before.
        FOUR_WEEKS,
        /// The same dates a year before.
        YEAR;

        private LocalDate before(LocalDate day, int count) {
            return switch (this) {
                case PERIOD -> day.minusDays(count);
                case FOUR_WEEKS -> day.minusDays(ComparedDays.FOUR_WEEKS);
                case YEAR -> day.minusYears(1);
            };
        }
    }

    /// One day and the one that it is held against.
    ///
    /// @param earlier cost of `other`; null on 29 February, which has no day of its own a year before
    public record Day(LocalDate day, BigDecimal cost, LocalDate other, @Nullable BigDecimal earlier) {}

    /// @param query without keys; its own days don't matter
    /// @param days  that are wanted
    /// @return empty if no day has one to be held against
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_DIMENSION
    public static Optional<ComparedDays> of(Billing billing, CostQuery query, String currency, Days days,
            Against against, Cancellation cancellation) {
        BillingSpan span = billing.span().orElse(null);
        if (span == null) {
            return Optional.empty();
        }
        LocalDate to = days.to().isAfter(span.lastComplete()) ? span.lastComplete() : days.to();
        LocalDate from = days.from().isBefore(span.first()) ? span.first() : days.from();
        int count = to.isBefore(from) ? 0 : new Days(from, to).count();
        while (!from.isAfter(to) && against.before(from, count).isBefore(span.first())) {
            from = from.plusDays(1);
        }
        if (from.isAfter(to)) {
            return Optional.empty();
        }
        Days now = new Days(from, to);
        Days before = new Days(against.before(from, count), against.before(to, count));
        Map<LocalDate, BigDecimal> costs = costs(billing, query, currency, now, cancellation);
        Map<LocalDate, BigDecimal> earlier = costs(billing, query, currency, before, cancellation);
        List<Day> pairs = new ArrayList<>();
        for (LocalDate day : now.from().datesUntil(now.to().plusDays(1)).toList()) {
            LocalDate other = against.before(day, count);
            boolean own = against != Against.YEAR || other.getDayOfMonth() == day.getDayOfMonth();
            pairs.add(new Day(day, costs.getOrDefault(day, BigDecimal.ZERO), other,
                    own ? earlier.getOrDefault(other, BigDecimal.ZERO) : null));
        }
        return Optional.of(new ComparedDays(against, now, before, pairs, sum(costs, currency), sum(earlier, currency)));
    }

    /// What more it costs than then.
    public Money difference() {
        return total.minus(earlier);
    }

    private static Money sum(Map<LocalDate, BigDecimal> costs, String currency) {
        return new Money(costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    private static Map<LocalDate, BigDecimal> costs(Billing billing, CostQuery query, String currency, Days days,
            Cancellation cancellation) {
        CostQuery asked = query.within(days.from(), days.to()).where(CostFilter.is("BillingCurrency", currency));
        Map<LocalDate, BigDecimal> costs = new TreeMap<>();
        for (KeyedSeries each : billing.daily(asked, cancellation)) {
            for (int i = 0; i < each.length(); i++) {
                costs.merge(each.start().plusDays(i), each.cost()[i], BigDecimal::add);
            }
        }
        return costs;
    }
}
