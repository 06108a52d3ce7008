package io.plimsoll.analysis.telemetry;

import org.jspecify.annotations.Nullable;

/// Which series are wanted. An empty text and a null measure let all through; all given ones must match.
public record SeriesFilter(@Nullable Measure measure, String metric, String cluster, String namespace, String pod,
        String container, String resourceId) {
    public static SeriesFilter all() {
        return new SeriesFilter(null, "", "", "", "", "", "");
    }

    public static SeriesFilter of(Measure measure) {
        return new SeriesFilter(measure, "", "", "", "", "", "");
    }

    public static SeriesFilter metric(String metric) {
        return new SeriesFilter(null, metric, "", "", "", "", "");
    }

    public SeriesFilter pod(String inNamespace, String pod) {
        return new SeriesFilter(measure, metric, cluster, inNamespace, pod, container, resourceId);
    }

    public SeriesFilter resource(String id) {
        return new SeriesFilter(measure, metric, cluster, namespace, pod, container, id);
    }
}
