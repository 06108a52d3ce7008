package io.plimsoll.analysis.anomaly.around;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.unit.Days;

/// Something that cost may follow, day by day: replicas, or what they ask for in all.
///
/// @param name   what is counted, such as `replicas` or `replicas x cpu`
/// @param before in words: `3 replicas`, `3 replicas of 2 cpu`
/// @param change in words, with its source: `3 to 9 replicas (9f31c2a)`
/// @param level  of before
/// @param days   mean of each day, the days before the change included
public record Driver(String name, String before, String change, BigDecimal level, Map<LocalDate, BigDecimal> days) {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    public Driver {
        days = Map.copyOf(days);
    }

    /// One that changed at a moment from one level to another: the day of the change has the mean by time.
    public static Driver step(String name, String before, String change, BigDecimal from, BigDecimal to, Instant at,
            Days over) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        over.from().datesUntil(over.to().plusDays(1)).forEach(day -> {
            long old = Math.clamp(at.getEpochSecond() - day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), 0, 86_400);
            BigDecimal share = BigDecimal.valueOf(old).divide(SECONDS, MathContext.DECIMAL128);
            days.put(day, from.multiply(share).add(to.multiply(BigDecimal.ONE.subtract(share))));
        });
        return new Driver(name, before, change, from, days);
    }

    /// The mean of some days, all of which are known.
    public BigDecimal mean(List<LocalDate> some) {
        return some.stream().map(day -> days.getOrDefault(day, level)).reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(some.size()), MathContext.DECIMAL128);
    }
}
