package io.plimsoll.analysis.allocation.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.allocation.Grouping;
import io.plimsoll.analysis.allocation.Tenant;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// One label's value of each tenant: of its pods as `kube_pod_labels` says, else the tag of what is billed for it. Keys are compared without
/// case and punctuation, since exporters and bills spell them in their own ways.
public final class TenantLabels {
    private static final String PREFIX = "label_";

    private final String key;
    private final Map<String, String> byTitle = new HashMap<>();

    public TenantLabels(String label, WorkloadMap map, Telemetry telemetry) {
        this.key = plain(label);
        Map<String, String> byPod = new HashMap<>();
        for (TelemetrySeries each : telemetry.series(SeriesFilter.metric("kube_pod_labels"))) {
            each.labels().forEach((name, value) -> {
                if (name.startsWith(PREFIX) && plain(name.substring(PREFIX.length())).equals(key) && !value.isBlank()) {
                    byPod.put(each.namespace() + "/" + each.pod(), value);
                }
            });
        }
        map.workloads().forEach(each -> value(each, byPod).forEach(value -> byTitle.putIfAbsent(title(each), value)));
    }

    private List<String> value(Workload workload, Map<String, String> byPod) {
        return workload.use().stream().map(UseSeries::replica)
                .map(pod -> byPod.getOrDefault(workload.key().namespace() + "/" + pod, ""))
                .filter(value -> !value.isEmpty()).findFirst().map(List::of)
                .orElseGet(() -> workload.billed().stream().flatMap(each -> each.tags().entrySet().stream())
                        .filter(tag -> plain(tag.getKey()).equals(key) && !tag.getValue().isBlank())
                        .map(Map.Entry::getValue).sorted().limit(1).toList());
    }

    private static String title(Workload workload) {
        String namespace = workload.key().namespace();
        return namespace.isEmpty() ? workload.title() : namespace + "/" + workload.key().name();
    }

    /// `Grouping.NONE` without one.
    public String of(Tenant tenant) {
        return byTitle.getOrDefault(tenant.title(), Grouping.NONE);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
