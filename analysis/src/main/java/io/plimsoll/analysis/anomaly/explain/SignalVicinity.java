package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
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
        String cluster = signal.key().dimensions().getOrDefault("cluster", "");
        Days days = new Days(signal.start(), signal.end());
        Optional<Workload> found = name.isEmpty()
                ? Optional.empty()
                : named(vicinity.map(days, cancellation), cluster, name);
        if (found.isEmpty()) {
            return new SignalDetail(signal, name, List.of(), List.of(), List.of(), name.isEmpty()
                    ? "It is not of a workload, so no telemetry stands beside it."
                    : "No workload " + name + " is known.", byMetric(signal));
        }
        Workload workload = found.get();
        Instant until = signal.until().plusSeconds(1);
        Neighbourhood near = Neighbourhood.of(List.of(workload), workloads, signal.from(), until, cancellation);
        return new SignalDetail(signal, workload.title(), cost(workload, days, cancellation),
                usual(workload, days, cancellation), near.neighbours(), near.note(List.of(workload)),
                sql(workload, signal));
    }

    /// `default/Deployment/api`, as signals name a workload; or a plain name.
    private static Optional<Workload> named(WorkloadMap map, String cluster, String name) {
        List<Workload> fits = map.workloads().stream()
                .filter(each -> cluster.isEmpty() || each.key().cluster().equals(cluster))
                .filter(each -> ("/" + each.key() + "/").contains("/" + name + "/")).toList();
        return fits.size() == 1 ? Optional.of(fits.getFirst()) : map.find(name);
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
        List<UseSeries> named = workload.use().stream().filter(each -> each.measure().title()
                .equals(signal.metric())).toList();
        if (named.isEmpty()) {
            named = workload.use().stream().filter(each -> each.measure().unit().equals(signal.unit())).toList();
        }
        List<UseSeries> chosen = named.isEmpty() ? workload.use() : named;
        return chosen.isEmpty()
                ? ""
                : samples(signal, "series_id IN (" + chosen.stream().map(UseSeries::seriesId).sorted()
                        .map(String::valueOf).collect(Collectors.joining(", ")) + ")");
    }

    /// Of what belongs to no workload, but names its metric and its labels; empty for what is no telemetry.
    private static String byMetric(Signal signal) {
        Map<String, String> dimensions = signal.key().dimensions();
        String metric = dimensions.getOrDefault("metric", "");
        return metric.isEmpty()
                ? ""
                : samples(signal, dimensions.entrySet().stream().map(each -> each.getKey().equals("metric")
                        ? "metric = " + Sql.visible(metric)
                        : "labels[" + Sql.visible(each.getKey()) + "] = " + Sql.visible(each.getValue()))
                        .collect(Collectors.joining(" AND ")));
    }

    private static String samples(Signal signal, String which) {
        return Sql.text(SignalVicinity.class, "signal-samples.sql")
                .replace("{from}", signal.from().minusSeconds(DAY).toString())
                .replace("{to}", signal.until().plusSeconds(DAY).toString()).replace("{which}", which).strip();
    }
}
