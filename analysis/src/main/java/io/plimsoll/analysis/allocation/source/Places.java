package io.plimsoll.analysis.allocation.source;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.allocation.Tenant;
import io.plimsoll.analysis.allocation.split.MigSlices;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;

/// Which series tells of which container, by what the workload map knows.
final class Places {
    private static final Set<Measure> MEASURES = EnumSet.of(Measure.CPU_CORES, Measure.MEMORY_BYTES,
            Measure.CPU_REQUEST,
            Measure.MEMORY_REQUEST);
    static final String REQUESTS = "kube_pod_container_resource_requests";

    private final Set<Measure> measures = EnumSet.noneOf(Measure.class);
    private final Map<Long, Place> bySeries = new HashMap<>();
    private final Map<Long, String> gpuSeries = new HashMap<>();
    private final Map<String, Place> byPod = new HashMap<>();

    /// @param series all that the workspace holds
    Places(List<Workload> workloads, List<TelemetrySeries> series) {
        Map<Long, TelemetrySeries> byId = new HashMap<>();
        series.forEach(each -> byId.put(each.id(), each));
        workloads.forEach(workload -> add(workload, byId));
        series.stream().filter(each -> each.measure() == Measure.OTHER && each.metric().equals(REQUESTS))
                .forEach(this::addGpu);
    }

    private void add(Workload workload, Map<Long, TelemetrySeries> byId) {
        Map<String, UseSeries> best = new HashMap<>();
        workload.use().forEach(each -> best.merge(what(each, byId), each, Places::better));
        for (UseSeries use : workload.use()) {
            TelemetrySeries series = byId.get(use.seriesId());
            UseSeries chosen = best.get(what(use, byId));
            if (series != null && chosen != null && chosen.statistic() == use.statistic()
                    && MEASURES.contains(use.measure())) {
                Place place = place(workload, use, series);
                bySeries.put(series.id(), place);
                measures.add(use.measure());
                byPod.putIfAbsent(pod(series), place);
            }
        }
    }

    private static String what(UseSeries use, Map<Long, TelemetrySeries> byId) {
        TelemetrySeries series = byId.get(use.seriesId());
        return use.measure() + "/" + (series == null ? "" : pod(series)) + "/" + use.container() + "/" + use.replica();
    }

    /// Cost follows the mean: a peak kept nothing from others in the rest of the hour.
    private static UseSeries better(UseSeries one, UseSeries other) {
        return rank(one.statistic()) <= rank(other.statistic()) ? one : other;
    }

    private static int rank(Statistic statistic) {
        return switch (statistic) {
            case AVERAGE -> 0;
            case SAMPLE -> 1;
            case MAXIMUM -> 2;
        };
    }

    private static Place place(Workload workload, UseSeries use, TelemetrySeries series) {
        WorkloadKey key = workload.key();
        boolean machine = series.pod().isEmpty() && !series.resourceId().isEmpty();
        Tenant tenant = machine && key.namespace().isEmpty()
                ? Tenant.machine(workload.title())
                : Tenant.workload(series.cluster().isEmpty() ? key.cluster() : series.cluster(), key.namespace(),
                        key.name());
        String node = machine
                ? series.resourceId()
                : series.node().isEmpty() ? "" : tenant.cluster() + "/" + series.node();
        return new Place(tenant, workload, use.replica(), use.container(), node);
    }

    private static String pod(TelemetrySeries series) {
        return series.cluster() + "/" + series.namespace() + "/" + series.pod();
    }

    /// A GPU is asked for by a container whose pod is known by its other series.
    private void addGpu(TelemetrySeries series) {
        String resource = series.labels().getOrDefault("resource", "");
        Place pod = byPod.get(pod(series));
        if (pod != null && MigSlices.weight(resource) > 0) {
            gpuSeries.put(series.id(), resource);
            bySeries.put(series.id(),
                    new Place(pod.tenant(), pod.workload(), pod.pod(), series.container(), pod.node()));
        }
    }

    Optional<Place> of(long seriesId) {
        return Optional.ofNullable(bySeries.get(seriesId));
    }

    /// How many series tell of a container.
    int count() {
        return bySeries.size();
    }

    /// What they measure.
    Set<Measure> measures() {
        return measures;
    }

    boolean hasGpus() {
        return !gpuSeries.isEmpty();
    }

    /// The device that a series of GPU requests counts, or null for any other series.
    @Nullable
    String gpu(long seriesId) {
        return gpuSeries.get(seriesId);
    }
}
