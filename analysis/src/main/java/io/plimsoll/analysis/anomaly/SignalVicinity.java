package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// Looks into an event of telemetry: its workload, what that cost at the time, and what else was measured of it.
final class SignalVicinity {
    private static final int BEFORE = 14;
    private static final long DAY = 86_400;

    private final Billing billing;
    private final Workloads workloads;
    private final Vicinity vicinity;

    SignalVicinity(Billing billing, Workloads workloads, Vicinity vicinity) {
        this.billing = billing;
        this.workloads = workloads;
        this.vicinity = vicinity;
    }

    SignalDetail of(Signal signal, Cancellation cancellation) {
        String name = signal.key().dimensions().getOrDefault("workload", "");
        Days days = new Days(signal.start(), signal.end());
        Optional<Workload> found = name.isEmpty()
                ? Optional.empty()
                : named(vicinity.map(days, cancellation), name);
        if (found.isEmpty()) {
            return new SignalDetail(signal, name, List.of(), List.of(), List.of(), name.isEmpty()
                    ? "It is not of a workload, so no telemetry stands beside it."
                    : "No workload " + name + " is known.", "");
        }
        Workload workload = found.get();
        Instant until = signal.until().plusSeconds(1);
        Neighbourhood near = Neighbourhood.of(List.of(workload), workloads, signal.from(), until, cancellation);
        return new SignalDetail(signal, workload.title(), cost(workload, days, cancellation),
                usual(workload, days, cancellation), near.neighbours(), near.note(List.of(workload)),
                sql(workload, signal));
    }

    /// `default/Deployment/api`, with or without cluster and container; or a plain name.
    private static Optional<Workload> named(WorkloadMap map, String name) {
        return map.find(name).or(() -> {
            List<Workload> fits = map.workloads().stream().filter(each -> {
                String text = "/" + each.key() + "/";
                return text.contains("/" + name + "/");
            }).toList();
            return fits.size() == 1 ? Optional.of(fits.getFirst()) : Optional.empty();
        });
    }

    private List<Money> cost(Workload workload, Days days, Cancellation cancellation) {
        String[] ids = workload.billed().stream().map(BilledResource::resourceId).distinct().toArray(String[]::new);
        return ids.length == 0
                ? List.of()
                : billing.costs(CostQuery.by(CostMetric.EFFECTIVE).within(days.from(), days.to()).onlyUsage()
                        .where(CostFilter.is("ResourceId", ids)), cancellation).stream()
                        .map(SignalVicinity::total).toList();
    }

    private static Money total(CostTable table) {
        return new Money(table.total(), table.currency());
    }

    private List<Money> usual(Workload workload, Days days, Cancellation cancellation) {
        LocalDate first = billing.span().map(BillingSpan::first).orElse(days.from());
        LocalDate from = days.from().minusDays(BEFORE);
        if (!days.from().isAfter(first)) {
            return List.of();
        }
        Days before = new Days(from.isBefore(first) ? first : from, days.from().minusDays(1));
        BigDecimal factor = BigDecimal.valueOf(days.count()).divide(BigDecimal.valueOf(before.count()),
                MathContext.DECIMAL128);
        return cost(workload, before, cancellation).stream().map(each -> each.times(factor).rounded(8)).toList();
    }

    /// The samples of what the event was measured by; of all that is measured of the workload if its name tells no more.
    private static String sql(Workload workload, Signal signal) {
        Map<Boolean, List<Long>> ids = new TreeMap<>(workload.use().stream().collect(Collectors.partitioningBy(
                each -> named(each, signal), Collectors.mapping(UseSeries::seriesId, Collectors.toList()))));
        List<Long> chosen = ids.getOrDefault(true, List.of()).isEmpty()
                ? ids.getOrDefault(false, List.of())
                : ids.getOrDefault(true, List.of());
        return chosen.isEmpty()
                ? ""
                : Sql.resource(SignalVicinity.class, "signal-samples.sql", signal.from().minusSeconds(DAY),
                        signal.until().plusSeconds(DAY)).shown().replace("0 /* series */",
                                chosen.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static boolean named(UseSeries series, Signal signal) {
        String measure = series.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String metric = signal.metric().toLowerCase(Locale.ROOT).replace('_', ' ');
        return metric.contains(measure) || measure.contains(metric);
    }
}
