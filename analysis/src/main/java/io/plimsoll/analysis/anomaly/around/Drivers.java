package io.plimsoll.analysis.anomaly.around;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.unit.Days;

/// What of telemetry and Git may have driven the cost of some days.
public final class Drivers {
    private static final int DAY = 24;
    private static final int ENOUGH_HOURS = 12;
    private static final int ENOUGH_DAYS = 3;
    private static final double SMALLEST = 0.1;

    private Drivers() {
    }

    /// Replicas that telemetry counted. None unless three days before and every day of the event are known and their number moved by a tenth.
    ///
    /// @param first day of the first hour
    public static List<Driver> counted(MeasuredHours replicas, LocalDate first, Days event) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (int i = 0; (i + 1) * DAY <= replicas.hours().length; i++) {
            double[] known = Arrays.stream(replicas.hours(), i * DAY, (i + 1) * DAY).filter(each -> !Double.isNaN(each))
                    .toArray();
            if (known.length >= ENOUGH_HOURS) {
                days.put(first.plusDays(i), BigDecimal.valueOf(Arrays.stream(known).average().orElse(0)));
            }
        }
        double[] before = days.entrySet().stream().filter(each -> each.getKey().isBefore(event.from()))
                .mapToDouble(each -> each.getValue().doubleValue()).toArray();
        double[] during = days.entrySet().stream().filter(each -> event.contains(each.getKey()))
                .mapToDouble(each -> each.getValue().doubleValue()).toArray();
        double from = Robust.median(before);
        double to = Robust.median(during);
        boolean known = before.length >= ENOUGH_DAYS && during.length == event.count() && from > 0;
        if (!known || Math.abs(to - from) < SMALLEST * from) {
            return List.of();
        }
        BigDecimal level = BigDecimal.valueOf(from);
        String was = shown(level) + " replicas";
        return List.of(new Driver("replicas", was,
                shown(level) + " to " + shown(BigDecimal.valueOf(to)) + " replicas (telemetry)", level, days));
    }

    /// What the likeliest commit changed of replicas and size.
    ///
    /// @param commits likeliest first
    /// @param names   of the workloads that it must name
    /// @param over    days to tell a level of
    public static List<Driver> committed(List<CommitFact> commits, Collection<String> names, Days event, Days over) {
        Instant start = event.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        return new ArrayList<>(SizeChange.of(commits, names, start).map(each -> each.drivers(over)).orElse(List.of()));
    }

    private static String shown(BigDecimal count) {
        return count.round(new MathContext(3, RoundingMode.HALF_EVEN)).stripTrailingZeros().toPlainString();
    }
}
