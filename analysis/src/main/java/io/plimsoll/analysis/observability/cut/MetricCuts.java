package io.plimsoll.analysis.observability.cut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.observability.Blind;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.Mention;
import io.plimsoll.analysis.observability.MetricReview;
import io.plimsoll.analysis.observability.series.Readers;
import io.plimsoll.analysis.observability.series.Wastes;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// What dropping a metric would blind. One use, one thread.
public final class MetricCuts {
    private static final int MOST_NAMES = 5;
    private static final String WORKLOADS = "workloads";

    private final Map<String, List<TelemetrySeries>> byMetric = new HashMap<>();
    /// Which metrics bring a measure of a workload: what another one brings as well is not lost.
    private final Map<String, Set<String>> bringers = new HashMap<>();
    private final Map<Long, Workload> owners = new HashMap<>();
    private final Map<String, Workload> ownerOfPod = new HashMap<>();

    public MetricCuts(List<TelemetrySeries> series, WorkloadMap map) {
        for (Workload workload : map.workloads()) {
            for (UseSeries use : workload.use()) {
                owners.put(use.seriesId(), workload);
                ownerOfPod.put(workload.key().namespace() + "/" + use.replica(), workload);
            }
        }
        for (TelemetrySeries each : series) {
            byMetric.computeIfAbsent(each.metric(), name -> new ArrayList<>()).add(each);
            Workload owner = owner(each);
            if (owner != null) {
                bringers.computeIfAbsent(each.measure() + " " + owner.key(), key -> new HashSet<>())
                        .add(each.metric());
            }
        }
    }

    private @Nullable Workload owner(TelemetrySeries each) {
        Workload direct = owners.get(each.id());
        return direct != null || each.pod().isEmpty()
                ? direct
                : ownerOfPod.get(each.namespace() + "/" + each.pod());
    }

    /// One cut a metric, in the order of the metrics.
    public List<Cut> of(List<MetricReview> metrics, List<Money> metricsCost) {
        return metrics.stream().map(each -> new Cut(Cut.Kind.DROP_METRIC, each.metric(), "", each.share(),
                Wastes.part(metricsCost, each.share()), true, blinds(each), "")).toList();
    }

    private List<Blind> blinds(MetricReview metric) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (TelemetrySeries each : byMetric.getOrDefault(metric.metric(), List.of())) {
            Workload owner = owner(each);
            for (Readers.Reader reader : Readers.of(each.measure(), each.metric())) {
                boolean byName = reader.item().equals(each.metric());
                if (owner == null) {
                    names.computeIfAbsent(reader.blinds(), key -> new TreeSet<>()).addAll(List.of());
                } else if (concerns(reader, owner) && (byName
                        || bringers.getOrDefault(each.measure() + " " + owner.key(), Set.of()).size() == 1)) {
                    names.computeIfAbsent(reader.blinds(), key -> new TreeSet<>()).add(owner.title());
                }
            }
        }
        List<Blind> blinds = new ArrayList<>();
        names.forEach((what, some) -> blinds.add(some.isEmpty()
                ? new Blind(what, byMetric.getOrDefault(metric.metric(), List.of()).size(), "series", List.of())
                : new Blind(what, some.size(), WORKLOADS, first(some))));
        Map<Mention.Kind, Set<String>> files = new TreeMap<>();
        metric.mentions()
                .forEach(each -> files.computeIfAbsent(each.kind(), kind -> new TreeSet<>()).add(each.file()));
        files.forEach((kind, some) -> blinds.add(new Blind(kind.title(), some.size(), "files", first(some))));
        return blinds;
    }

    /// A machine outside Kubernetes is its own only tenant, and pods are not looked at as machines.
    private static boolean concerns(Readers.Reader reader, Workload owner) {
        boolean machine = owner.key().kind().equals(WorkloadKey.MACHINE);
        return switch (reader.blinds()) {
            case "the check for idle machines", "advice on the type of machines", "advice on burstable machines" ->
                machine;
            case "the allocation of machines" -> !machine;
            default -> true;
        };
    }

    static List<String> first(Collection<String> names) {
        return names.stream().limit(MOST_NAMES).toList();
    }
}
