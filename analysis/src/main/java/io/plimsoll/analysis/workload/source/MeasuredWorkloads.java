package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.WorkloadKey;

/// Groups series by who owns their pods.
public final class MeasuredWorkloads {
    /// The pause container of a pod; it does nothing.
    private static final String PAUSE = "POD";
    /// How Micrometer, Prometheus' client_java and OpenTelemetry (with dots, or with underscores after Prometheus) label a pool.
    private static final List<String> POOLS = List.of("id", "pool", "jvm.memory.pool.name",
            "jvm_memory_pool_name", "jvm.buffer.pool.name");

    private MeasuredWorkloads() {
    }

    /// @param series all that the workspace holds, `kube_pod_owner` included
    public static List<MeasuredWorkload> of(List<TelemetrySeries> series) {
        return of(series, each -> Optional.empty());
    }

    /// @param rules where a series belongs, if the user's rules say it
    public static List<MeasuredWorkload> of(List<TelemetrySeries> series,
            Function<TelemetrySeries, Optional<WorkloadKey>> rules) {
        Map<String, PodOwner> owners = reported(series);
        Set<String> withContainers = podsWithContainers(series);
        Map<String, List<UseSeries>> use = new TreeMap<>();
        Map<String, MeasuredWorkload> first = new LinkedHashMap<>();
        for (TelemetrySeries each : countsLast(series)) {
            if (each.measure() == Measure.OTHER || each.container().equals(PAUSE)
                    || each.container().isEmpty() && withContainers.contains(pod(each) + each.measure())) {
                continue;
            }
            MeasuredWorkload owner = rules.apply(each).map(MeasuredWorkloads::ruled).orElseGet(
                    () -> each.measure() == Measure.REPLICAS ? counted(each) : owner(each, owners));
            boolean wanted = owner != null && (each.measure() != Measure.REPLICAS || first.containsKey(owner.item()));
            if (owner != null && wanted) {
                first.putIfAbsent(owner.item(), owner);
                String replica = each.pod().isEmpty() ? each.resourceId() : each.pod();
                use.computeIfAbsent(owner.item(), item -> new ArrayList<>())
                        .add(new UseSeries(each.container(), each.measure(), each.statistic(), replica, part(each),
                                each.id(), each.samples()));
            }
        }
        return use.entrySet().stream().map(entry -> {
            MeasuredWorkload found = first.getOrDefault(entry.getKey(),
                    new MeasuredWorkload("", "", "", entry.getKey(), "", List.of(), ""));
            return new MeasuredWorkload(found.cluster(), found.namespace(), found.kind(), found.name(),
                    found.resourceId(),
                    entry.getValue(), found.how());
        }).toList();
    }

    /// A count of replicas says nothing of a workload that was not measured otherwise.
    private static List<TelemetrySeries> countsLast(List<TelemetrySeries> series) {
        return series.stream().sorted(Comparator.comparing(each -> each.measure() == Measure.REPLICAS)).toList();
    }

    /// Who a count of replicas is of: its own pod, if any, is the one that counts.
    private static @Nullable MeasuredWorkload counted(TelemetrySeries series) {
        PodOwner owner = PodNames.counted(series.labels());
        return owner == null ? null : measured(series, owner);
    }

    private static String part(TelemetrySeries series) {
        return switch (series.measure()) {
            case HEAP_USED_BYTES, HEAP_COMMITTED_BYTES, HEAP_MAX_BYTES, HEAP_AFTER_GC_BYTES, NON_HEAP_BYTES ->
                POOLS.stream().map(label -> series.labels().getOrDefault(label, "")).filter(pool -> !pool.isEmpty())
                        .findFirst().orElse("");
            default -> "";
        };
    }

    private static String pod(TelemetrySeries series) {
        return series.cluster() + "/" + series.namespace() + "/" + series.pod();
    }

    private static Map<String, PodOwner> reported(List<TelemetrySeries> series) {
        Map<String, PodOwner> owners = new HashMap<>();
        for (TelemetrySeries each : series) {
            if (each.metric().equals("kube_pod_owner") && !each.pod().isEmpty()) {
                owners.put(pod(each), PodNames.owner(each.pod(), each.labels().getOrDefault("owner_kind", ""),
                        each.labels().getOrDefault("owner_name", "")));
            }
        }
        for (TelemetrySeries each : series) {
            PodOwner labelled = each.metric().equals("kube_pod_labels") && !each.pod().isEmpty()
                    ? PodNames.byLabels(each.labels())
                    : null;
            if (labelled != null) {
                owners.put(pod(each), labelled);
            }
        }
        return owners;
    }

    private static Set<String> podsWithContainers(List<TelemetrySeries> series) {
        Set<String> pods = new HashSet<>();
        series.stream().filter(each -> !each.container().isEmpty() && !each.container().equals(PAUSE))
                .forEach(each -> pods.add(pod(each) + each.measure()));
        return pods;
    }

    private static MeasuredWorkload ruled(WorkloadKey key) {
        return new MeasuredWorkload(key.cluster(), key.namespace(), key.kind(), key.name(), "", List.of(),
                "a rule of yours");
    }

    private static @Nullable MeasuredWorkload owner(TelemetrySeries series, Map<String, PodOwner> owners) {
        if (series.pod().isEmpty()) {
            PodOwner labelled = PodNames.byLabels(series.labels());
            if (labelled != null) {
                return measured(series, labelled);
            }
            return series.resourceId().isEmpty()
                    ? null
                    : new MeasuredWorkload("", "", WorkloadKey.MACHINE, series.resourceId(), series.resourceId(),
                            List.of(),
                            "series of a resource id");
        }
        PodOwner labelled = PodNames.byLabels(series.labels());
        return measured(series, labelled != null
                ? labelled
                // A pod has many series, and reading its name takes as many patterns as there are controllers.
                : owners.computeIfAbsent(pod(series), pod -> PodNames.owner(series.pod())));
    }

    private static MeasuredWorkload measured(TelemetrySeries series, PodOwner owner) {
        return new MeasuredWorkload(series.cluster(), series.namespace(), owner.kind(), owner.name(), "", List.of(),
                owner.how());
    }
}
