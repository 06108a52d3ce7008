package io.plimsoll.analysis.rightsizing.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.telemetry.TelemetrySummary;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// The pods of all workloads at the end of the telemetry, from Git and from what the cluster exported. Costs one question for each of two
/// measures, however many workloads there are. Immutable.
public final class PodCensus {
    private static final Set<String> AT_TIMES = Set.of("Job", "CronJob", "ScaledJob");
    private static final int HOURS = 24;
    private static final long STILL_ALIVE_SECONDS = 900;

    private final Map<WorkloadKey, Resident> residents = new HashMap<>();
    private final Map<String, String> nodeTypes = new HashMap<>();

    private PodCensus() {
    }

    public static PodCensus of(WorkloadMap map, Telemetry telemetry, Cancellation cancellation) {
        Map<Long, TelemetrySeries> series = new HashMap<>();
        PodCensus census = new PodCensus();
        for (TelemetrySeries each : telemetry.series(SeriesFilter.all())) {
            series.put(each.id(), each);
            census.addNode(each);
        }
        Map<Long, Double> requests = requests(telemetry, cancellation);
        Instant end = telemetry.summary().last();
        for (Workload each : map.workloads()) {
            if (!each.key().kind().equals(WorkloadKey.MACHINE) && (each.hasTelemetry() || each.hasBill())) {
                census.residents.put(each.key(), resident(each, series, requests, end == null ? Instant.MIN : end));
            }
        }
        return census;
    }

    /// kube-state-metrics tells a node's labels in a series of their own.
    private void addNode(TelemetrySeries series) {
        if (!series.node().isEmpty()) {
            series.labels().forEach((label, value) -> {
                if (label.endsWith("node_kubernetes_io_instance_type")) {
                    nodeTypes.put(series.node(), value);
                }
            });
        }
    }

    private static Map<Long, Double> requests(Telemetry telemetry, Cancellation cancellation) {
        Map<Long, Double> largest = new HashMap<>();
        TelemetrySummary summary = telemetry.summary();
        Instant last = summary.last();
        if (last != null) {
            Instant from = last.truncatedTo(ChronoUnit.HOURS).minus(HOURS, ChronoUnit.HOURS);
            for (Measure measure : List.of(Measure.CPU_REQUEST, Measure.MEMORY_REQUEST)) {
                telemetry.hourly(SeriesFilter.of(measure), from, last.plusSeconds(1),
                        hour -> largest.merge(hour.seriesId(), hour.mean(), Math::max), cancellation);
            }
        }
        return largest;
    }

    private static Resident resident(Workload workload, Map<Long, TelemetrySeries> series, Map<Long, Double> requests,
            Instant end) {
        Set<String> alive = new TreeSet<>();
        Set<String> nodes = new TreeSet<>();
        Map<String, Double> cpu = new TreeMap<>();
        Map<String, Double> memory = new TreeMap<>();
        for (UseSeries use : workload.use()) {
            TelemetrySeries each = series.get(use.seriesId());
            if (each == null || use.replica().isEmpty()) {
                continue;
            }
            if (!each.last().isBefore(end.minusSeconds(Math.max(STILL_ALIVE_SECONDS, 3 * step(each))))) {
                alive.add(use.replica());
                if (!each.node().isEmpty()) {
                    nodes.add(each.cluster() + "/" + each.node());
                }
            }
            Double requested = requests.get(use.seriesId());
            if (requested != null && requested > 0 && !use.container().isEmpty()) {
                (use.measure() == Measure.CPU_REQUEST ? cpu : memory).merge(use.container(), requested, Math::max);
            }
        }
        String main = workload.key().container();
        DeclaredSize declared = DeclaredSize.of(workload.manifest(), workload.key().kind(), main);
        Size measured = new Size(cpu.getOrDefault(main, 0.0), OptionalDouble.empty(),
                Math.round(memory.getOrDefault(main, 0.0)), 0, alive.size());
        Size size = declared.size(measured);
        boolean atTimes = AT_TIMES.contains(declared.kind());
        return new Resident(workload, declared.kind(), atTimes ? size.withReplicas(alive.size()) : size,
                Math.round(1000 * others(cpu, main)), Math.round(others(memory, main)), Set.copyOf(nodes),
                declared.hasGpu());
    }

    private static double others(Map<String, Double> byContainer, String main) {
        return byContainer.entrySet().stream().filter(each -> !each.getKey().equals(main))
                .mapToDouble(Map.Entry::getValue).sum();
    }

    private static long step(TelemetrySeries series) {
        return series.samples() < 2
                ? 0
                : (series.last().getEpochSecond() - series.first().getEpochSecond()) / (series.samples() - 1);
    }

    /// All workloads whose pods share nodes with this one's, itself first. Where the telemetry does not tell nodes, all of its cluster of
    /// which none are told.
    ///
    /// @param present size of the workload
    public List<Resident> pool(Workload workload, Size present) {
        Resident found = residents.get(workload.key());
        if (found == null) {
            return List.of();
        }
        Resident self = found.with(present);
        Set<Resident> pool = new LinkedHashSet<>(List.of(self));
        Set<String> nodes = new TreeSet<>(self.nodes());
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Resident each : residents.values()) {
                if (each != found && !pool.contains(each) && !each.isDaemon() && shares(each, self, nodes)) {
                    pool.add(each);
                    grown |= nodes.addAll(each.nodes());
                }
            }
        }
        return List.copyOf(pool);
    }

    private static boolean shares(Resident other, Resident self, Set<String> nodes) {
        return self.nodes().isEmpty()
                ? other.nodes().isEmpty() && sameCluster(other, self) && sameBill(other, self)
                : other.nodes().stream().anyMatch(nodes::contains);
    }

    /// Who pays for machines of its own runs on them.
    private static boolean sameBill(Resident one, Resident other) {
        List<String> ids = one.workload().billed().stream().map(BilledResource::resourceId).toList();
        return ids.isEmpty() && !other.workload().hasBill()
                || other.workload().billed().stream().anyMatch(each -> ids.contains(each.resourceId()));
    }

    static boolean sameCluster(Resident one, Resident other) {
        String first = one.workload().key().cluster();
        String second = other.workload().key().cluster();
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    /// Of all workloads that run.
    List<String> names() {
        return residents.keySet().stream().map(WorkloadKey::name).toList();
    }

    /// What runs on every node of a workload's cluster.
    public List<Resident> daemons(Workload workload) {
        Resident self = residents.get(workload.key());
        return self == null
                ? List.of()
                : residents.values().stream().filter(Resident::isDaemon).filter(each -> sameCluster(each, self))
                        .toList();
    }

    /// Types of these nodes as the cluster labels them, each as often as it was seen.
    public List<String> types(Set<String> nodes) {
        return nodes.stream().map(node -> nodeTypes.getOrDefault(node.substring(node.indexOf('/') + 1), ""))
                .filter(type -> !type.isEmpty()).toList();
    }

    /// A workload's pods.
    ///
    /// @param kind       of the workload
    /// @param size       of the main container, and how many pods there are
    /// @param sideCpu    thousandths of a core that the other containers of a pod request
    /// @param sideMemory bytes that they request
    /// @param nodes      `cluster/node` that its pods were seen on at the end
    public record Resident(Workload workload, String kind, Size size, long sideCpu, long sideMemory, Set<String> nodes,
            boolean hasGpu) {
        public boolean isDaemon() {
            return kind.equals("DaemonSet");
        }

        Resident with(Size other) {
            return new Resident(workload, kind, other, sideCpu, sideMemory, nodes, hasGpu);
        }

        /// With another size of the main container.
        public PodGroup pods(Size other) {
            PodGroup main = PodGroup.of(workload.title(), other);
            return new PodGroup(main.workload(), main.cpuMillis() + sideCpu, main.memory() + sideMemory, main.count());
        }

        public PodGroup pods() {
            return pods(size);
        }
    }
}
