package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.cause.ChangeTime;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.series.ChangePoints;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;

/// The hour at which a finding began: of its charges where they are by the hour, else of what was measured of its workloads (how many
/// replicas, what they requested, what they used, in this order), else only its first day is known.
///
/// The hour is a change point ([ChangePoints]) near the first day across which the mean of a day moved in the finding's direction.
final class ChangeHour {
    private static final int AROUND_DAYS = 5;
    private static final int DAY = 24;
    private static final int MOST_WORKLOADS = 3;
    private static final double SMALLEST_STEP = 0.1;

    private final Billing billing;
    private final Telemetry telemetry;

    ChangeHour(Billing billing, Telemetry telemetry) {
        this.billing = billing;
        this.telemetry = telemetry;
    }

    /// @param workloads of the finding, the largest first
    ChangeTime of(Finding finding, List<Workload> workloads, Cancellation cancellation) {
        LocalDate from = finding.start().minusDays(AROUND_DAYS);
        LocalDate to = finding.start().plusDays(AROUND_DAYS);
        int direction = finding.impact().signum();
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE).within(from, to).onlyUsage()
                .where(finding.key().dimensions());
        double[] costs = hours(billing.hourly(query, finding.impact().currency(), cancellation), from, to);
        Optional<Instant> billed = step(costs, from, finding.start(), direction);
        if (billed.isPresent()) {
            return ChangeTime.hour(billed.get(), ChangeTime.Source.BILL);
        }
        for (Workload workload : workloads.subList(0, Math.min(MOST_WORKLOADS, workloads.size()))) {
            for (double[] measured : measured(workload, from, to, cancellation)) {
                Optional<Instant> hour = step(measured, from, finding.start(), direction);
                if (hour.isPresent()) {
                    return ChangeTime.hour(hour.get(), ChangeTime.Source.TELEMETRY);
                }
            }
        }
        return ChangeTime.day(finding.start());
    }

    /// `NaN` everywhere but in hours that are known; empty if these are too few.
    private static double[] hours(SortedMap<Instant, BigDecimal> costs, LocalDate from, LocalDate to) {
        double[] hours = gaps(from, to);
        costs.forEach((hour, cost) -> {
            int at = index(hour, from);
            if (at >= 0 && at < hours.length) {
                hours[at] = cost.doubleValue();
            }
        });
        return hours;
    }

    private List<double[]> measured(Workload workload, LocalDate from, LocalDate to, Cancellation cancellation) {
        List<double[]> found = new ArrayList<>();
        double[] replicas = summed(workload, Measure.REPLICAS, from, to, false, cancellation);
        double[] cpu = summed(workload, Measure.CPU_CORES, from, to, false, cancellation);
        double[] seen = summed(workload, Measure.CPU_CORES, from, to, true, cancellation);
        found.add(replicas);
        found.add(seen);
        found.add(summed(workload, Measure.CPU_REQUEST, from, to, false, cancellation));
        found.add(summed(workload, Measure.MEMORY_REQUEST, from, to, false, cancellation));
        found.add(cpu);
        return found;
    }

    /// @param count how many replicas were measured instead of what
    private double[] summed(Workload workload, Measure measure, LocalDate from, LocalDate to, boolean count,
            Cancellation cancellation) {
        double[] sums = gaps(from, to);
        Map<Long, String> replicas = workload.use().stream().filter(each -> each.measure() == measure)
                .collect(Collectors.toMap(UseSeries::seriesId, UseSeries::replica, (a, b) -> a));
        if (replicas.isEmpty()) {
            return sums;
        }
        Map<Integer, Set<String>> seen = new HashMap<>();
        SeriesFilter filter = new SeriesFilter(measure, "", "", workload.key().namespace(), "", "", "");
        telemetry.hourly(filter, from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), hour -> {
                    int at = index(hour.hour(), from);
                    String replica = replicas.get(hour.seriesId());
                    if (replica != null && at >= 0 && at < sums.length) {
                        boolean first = seen.computeIfAbsent(at, each -> new HashSet<>()).add(replica);
                        double value = count ? (first ? 1 : 0) : hour.mean();
                        sums[at] = Double.isNaN(sums[at]) ? value : sums[at] + value;
                    }
                }, cancellation);
        return sums;
    }

    private static double[] gaps(LocalDate from, LocalDate to) {
        double[] hours = new double[DAY * (int) (to.toEpochDay() - from.toEpochDay() + 1)];
        Arrays.fill(hours, Double.NaN);
        return hours;
    }

    private static int index(Instant hour, LocalDate from) {
        return (int) Duration.between(from.atStartOfDay().toInstant(ZoneOffset.UTC), hour).toHours();
    }

    /// The largest step in a direction from the evening before the first day to the end of that day.
    static Optional<Instant> step(double[] hours, LocalDate from, LocalDate day, int direction) {
        if (Arrays.stream(hours).filter(Double::isFinite).count() < 2 * DAY) {
            return Optional.empty();
        }
        Instant start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        int first = index(day.atStartOfDay().toInstant(ZoneOffset.UTC), from) - DAY / 2;
        int best = -1;
        double most = SMALLEST_STEP;
        for (int point : ChangePoints.of(hours)) {
            double before = mean(hours, point - DAY, point);
            double after = mean(hours, point, point + DAY);
            double step = direction * (after - before) / Math.max(Math.abs(before), 1e-9);
            if (point >= first && point < first + DAY * 3 / 2 && step > most) {
                best = point;
                most = step;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(start.plus(Duration.ofHours(best)));
    }

    private static double mean(double[] hours, int from, int to) {
        return Arrays.stream(hours, Math.clamp(from, 0, hours.length), Math.clamp(to, 0, hours.length))
                .filter(Double::isFinite).average().orElse(0);
    }
}
