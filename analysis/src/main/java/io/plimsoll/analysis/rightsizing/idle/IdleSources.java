package io.plimsoll.analysis.rightsizing.idle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.MeasuredGpus;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Brings together what the rules look at. Safe from any thread.
public final class IdleSources {
    private static final int PAST_DAYS = 120;
    private static final int SHORTEST_ID = 6;
    private static final String DAEMON = "DaemonSet";
    private static final String COMMITMENT = "CommitmentDiscountId";
    private static final String STATUS = "CommitmentDiscountStatus";
    private static final String UNUSED = "Unused";

    private final Billing billing;
    private final Telemetry telemetry;
    private final MeasuredUse measured;
    private final InstanceTypes types;

    public IdleSources(Billing billing, Telemetry telemetry, MeasuredUse measured) {
        this.billing = billing;
        this.telemetry = telemetry;
        this.measured = measured;
        this.types = new InstanceTypes(billing.prices());
    }

    public IdleFacts facts(WorkloadMap map, Days period, Cancellation cancellation) {
        List<ResourceMeters> resources = IdleFacts.grouped(billing.meters(period, cancellation));
        LocalDate first = billing.span().map(span -> span.first()).orElse(period.from());
        LocalDate from = first.isAfter(period.to().minusDays(PAST_DAYS))
                ? first
                : period.to().minusDays(PAST_DAYS);
        List<ResourceMeters> past = from.isBefore(period.from())
                ? IdleFacts.grouped(billing.meters(new Days(from, period.to()), cancellation))
                : resources;
        List<ResourceMeters> machines = resources.stream().filter(IdleFacts::isMachine).toList();
        return new IdleFacts(period, resources, machines, past, from,
                new MachineLoads(measured, types).of(map, cancellation), nodes(map), gpus(map, period, cancellation),
                unused(period, cancellation));
    }

    private Map<String, NodeLoad> nodes(WorkloadMap map) {
        Set<String> daemons = new HashSet<>();
        map.workloads().stream().filter(each -> each.key().kind().equals(DAEMON))
                .forEach(each -> each.use().stream().map(UseSeries::replica).forEach(daemons::add));
        Map<String, String> machineOfNode = new HashMap<>();
        Map<String, Set<String>> podsOfNode = new TreeMap<>();
        for (TelemetrySeries each : telemetry.series(SeriesFilter.all())) {
            String provider = each.labels().getOrDefault("provider_id", "");
            if (each.metric().equals("kube_node_info") && !provider.isEmpty()) {
                String machine = provider.substring(provider.lastIndexOf('/') + 1);
                // Scale sets of Azure number their machines: `0` is in every one.
                if (machine.length() >= SHORTEST_ID) {
                    machineOfNode.put(each.node(), machine);
                }
            } else if (!each.node().isEmpty() && !each.pod().isEmpty()) {
                podsOfNode.computeIfAbsent(each.node(), node -> new HashSet<>()).add(each.pod());
            }
        }
        Map<String, NodeLoad> nodes = new HashMap<>();
        // Telemetry that names no node of any pod says nothing of empty ones.
        if (!podsOfNode.isEmpty()) {
            machineOfNode.forEach((node, machine) -> {
                Set<String> pods = podsOfNode.getOrDefault(node, Set.of());
                nodes.put(machine,
                        new NodeLoad(node, pods.size(), (int) pods.stream().filter(daemons::contains).count()));
            });
        }
        return nodes;
    }

    private List<GpuLoad> gpus(WorkloadMap map, Days period, Cancellation cancellation) {
        List<GpuLoad> found = new ArrayList<>();
        for (Workload each : map.workloads()) {
            if (each.use().stream().anyMatch(series -> series.measure() == Measure.GPU_SHARE)) {
                MeasuredGpus.of(measured.each(each, Measure.GPU_SHARE, cancellation),
                        measured.each(each, Measure.GPU_MEMORY_BYTES, cancellation))
                        .ifPresent(use -> found.add(new GpuLoad(each.key().toString(), each.title(), use,
                                monthly(each, period))));
            }
        }
        return found;
    }

    private static @Nullable Money monthly(Workload workload, Days period) {
        return workload.cost().size() == 1 ? new BilledCost(workload.cost().getFirst(), period).monthly() : null;
    }

    /// A commitment that is billed in two currencies counts as two: they never add.
    private List<UnusedCommitment> unused(Days period, Cancellation cancellation) {
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE, COMMITMENT, STATUS).within(period.from(), period.to())
                .where(CostFilter.is(STATUS, UNUSED, "Used"));
        List<UnusedCommitment> found = new ArrayList<>();
        for (CostTable table : billing.costs(query, cancellation)) {
            Map<String, Money> unused = new LinkedHashMap<>();
            Map<String, Money> all = new HashMap<>();
            for (CostTable.Row row : table.rows()) {
                String id = row.key().getOrDefault(COMMITMENT, "");
                if (!id.isEmpty()) {
                    Money cost = new Money(row.cost(), table.currency());
                    all.merge(id, cost, Money::plus);
                    if (row.key().getOrDefault(STATUS, "").equals(UNUSED)) {
                        unused.merge(id, cost, Money::plus);
                    }
                }
            }
            unused.forEach((id, cost) -> found.add(new UnusedCommitment(id, cost, all.getOrDefault(id, cost))));
        }
        return found;
    }
}
