package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.explain.FindingCost;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ComparedDays;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// The days (or moments) that an event's chart shows, as CSV (RFC 4180, line feeds). Costs are the bill's own decimals; what was expected is
/// an estimate.
public final class ChartedDays {
    private ChartedDays() {
    }

    /// @param shown    only these days
    /// @param compared the days that stand beside them, or null
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_DIMENSION
    public static String of(Finding finding, Days shown, @Nullable ComparedDays compared, Billing billing,
            Cancellation cancellation) {
        FindingCost costs = new FindingCost(finding, shown, billing, cancellation);
        Map<LocalDate, ComparedDays.Day> other = new HashMap<>();
        if (compared != null) {
            compared.days().forEach(each -> other.put(each.day(), each));
        }
        Stream<List<String>> rows = finding.days().stream().filter(each -> shown.contains(each.day()))
                .map(each -> List.of(each.day().toString(),
                        Double.isNaN(each.value()) ? "" : plain(costs.of(each.day())), finding.impact().currency(),
                        VerdictFile.plain(each.expected()), VerdictFile.plain(each.low()),
                        VerdictFile.plain(each.high()), Boolean.toString(each.provisional()),
                        other.containsKey(each.day()) ? other.get(each.day()).other().toString() : "",
                        earlier(other.get(each.day()))));
        return VerdictFile.lines(Stream.concat(Stream.of(List.of("day", "cost", "currency", "expected", "low", "high",
                "provisional", "comparedDay", "comparedCost")), rows));
    }

    /// All readings.
    public static String of(Signal signal) {
        return VerdictFile.lines(Stream.concat(
                Stream.of(List.of("time", "value", "unit", "expected", "low", "high", "alert")),
                signal.readings().stream().map(each -> List.of(each.time().toString(), VerdictFile.plain(each.value()),
                        signal.unit(), VerdictFile.plain(each.expected()), VerdictFile.plain(each.low()),
                        VerdictFile.plain(each.high()), Boolean.toString(each.alert())))));
    }

    private static String earlier(ComparedDays.@Nullable Day day) {
        BigDecimal cost = day == null ? null : day.earlier();
        return cost == null ? "" : plain(cost);
    }

    private static String plain(BigDecimal amount) {
        return new Money(amount, "").plain();
    }
}
