package io.plimsoll.analysis.rightsizing.current;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.Workloads;

/// Reads a workload's main container from the telemetry.
public final class MeasuredUse {
    private static final double AT_THE_LIMIT = 0.97;
    private static final int LAST_SAMPLES = 3;
    private static final TimeSeries NOTHING = new TimeSeries(new long[0], new double[0]);

    private final Telemetry telemetry;
    private final Workloads workloads;
    /// What was read ahead, by series id.
    private final Map<Long, TimeSeries> known;

    public MeasuredUse(Telemetry telemetry, Workloads workloads) {
        this(telemetry, workloads, Map.of());
    }

    private MeasuredUse(Telemetry telemetry, Workloads workloads, Map<Long, TimeSeries> known) {
        this.telemetry = telemetry;
        this.workloads = workloads;
        this.known = known;
    }

    /// The same, with all samples of some workloads in memory: a query for many instead of several for each.
    public MeasuredUse ahead(List<Workload> some, Cancellation cancellation) {
        return new MeasuredUse(telemetry, workloads,
                workloads.samples(some.stream().flatMap(each -> each.use().stream()), cancellation));
    }

    /// All that was measured.
    ///
    /// @param memoryLimit bytes, 0 for none. Beside kills that the cluster reported, a replica that ended with memory at its limit
    ///                    while others went on is taken for killed: metrics of use do not carry the reason of an end.
    public Usage usage(Workload workload, long memoryLimit, Cancellation cancellation) {
        Map<String, TimeSeries> cpu = read(workload, Measure.CPU_CORES, cancellation);
        Map<String, TimeSeries> memory = read(workload, Measure.MEMORY_BYTES, cancellation);
        Set<String> names = new TreeSet<>(cpu.keySet());
        names.addAll(memory.keySet());
        List<ReplicaUsage> replicas = names.stream()
                .map(name -> new ReplicaUsage(name, cpu.getOrDefault(name, NOTHING),
                        memory.getOrDefault(name, NOTHING)))
                .toList();
        Usage usage = Usage.of(replicas, List.of());
        List<OomKill> kills = new ArrayList<>(reported(workload, cancellation));
        if (memoryLimit > 0) {
            long near = 3 * Math.max(1, usage.step());
            kills(usage, memoryLimit).stream().filter(each -> kills.stream()
                    .noneMatch(known -> known.replica().equals(each.replica())
                            && Math.abs(known.time() - each.time()) <= near))
                    .toList().forEach(kills::add);
        }
        kills.sort((one, other) -> Long.compare(one.time(), other.time()));
        return new Usage(usage.replicas(), kills, usage.repairs());
    }

    /// Kills that the cluster reported, in time order of each replica.
    List<OomKill> reported(Workload workload, Cancellation cancellation) {
        return ReportedKills.of(read(workload, Measure.OOM_KILLS, cancellation),
                read(workload, Measure.LAST_END_OOM, cancellation),
                read(workload, Measure.RESTARTS, cancellation));
    }

    private static List<OomKill> kills(Usage usage, long limit) {
        List<OomKill> kills = new ArrayList<>();
        long still = usage.last() - 2 * usage.step();
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries memory = replica.memory();
            int length = memory.length();
            if (length == 0 || memory.times()[length - 1] >= still) {
                continue;
            }
            double high = 0;
            for (int i = Math.max(0, length - LAST_SAMPLES); i < length; i++) {
                high = Math.max(high, memory.values()[i]);
            }
            if (high >= AT_THE_LIMIT * limit) {
                kills.add(new OomKill(replica.name(), memory.times()[length - 1]));
            }
        }
        return kills;
    }

    /// Requests and limits as the telemetry tells them, the newest of each replica; what it does not tell is unset.
    ///
    /// @param replicas that were alive at the end
    public Size size(Workload workload, int replicas, Cancellation cancellation) {
        double cpu = latest(workload, Measure.CPU_REQUEST, cancellation);
        double cpuLimit = latest(workload, Measure.CPU_LIMIT, cancellation);
        double memory = latest(workload, Measure.MEMORY_REQUEST, cancellation);
        double memoryLimit = latest(workload, Measure.MEMORY_LIMIT, cancellation);
        return new Size(cpu == 0 ? cpuLimit : cpu, cpuLimit == 0 ? OptionalDouble.empty() : OptionalDouble.of(cpuLimit),
                Math.round(memory == 0 ? memoryLimit : memory), Math.round(memoryLimit), replicas);
    }

    private double latest(Workload workload, Measure measure, Cancellation cancellation) {
        return read(workload, measure, cancellation).values().stream().filter(series -> series.length() > 0)
                .mapToDouble(series -> series.values()[series.length() - 1]).filter(Double::isFinite)
                .filter(value -> value > 0).max().orElse(0);
    }

    private Map<String, TimeSeries> read(Workload workload, Measure measure, Cancellation cancellation) {
        return read(workload, workload.key().container(), measure, cancellation);
    }

    Map<String, TimeSeries> read(Workload workload, String container, Measure measure, Cancellation cancellation) {
        List<UseSeries> wanted = workload.use().stream()
                .filter(each -> each.measure() == measure && each.container().equals(container)).toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Long, TimeSeries> samples = wanted.stream().allMatch(each -> known.containsKey(each.seriesId()))
                ? known
                : workloads.samples(wanted.stream(), cancellation);
        return Workloads.use(workload, container, measure, id -> samples.getOrDefault(id, NOTHING));
    }

    /// As `WorkloadSeries.each`.
    public List<LabelledSeries> each(Workload workload, Measure measure, Cancellation cancellation) {
        Map<Long, String> replicas = new HashMap<>();
        workload.use().stream().filter(each -> each.measure() == measure)
                .forEach(each -> replicas.put(each.seriesId(), each.replica()));
        if (replicas.isEmpty()) {
            return List.of();
        }
        List<LabelledSeries> found = new ArrayList<>();
        for (TelemetrySeries series : telemetry.series(SeriesFilter.of(measure))) {
            String replica = replicas.get(series.id());
            if (replica != null) {
                cancellation.check();
                found.add(new LabelledSeries(replica, series.metric(), series.labels(),
                        telemetry.samples(series.id(), series.first(), series.last().plusSeconds(1))));
            }
        }
        return found;
    }

    Map<String, TimeSeries> lag(String group, String topic, Cancellation cancellation) {
        return workloads.lag(group, topic, cancellation);
    }
}
