package io.plimsoll.analysis.workload.source;

import java.util.List;

import io.plimsoll.analysis.workload.UseSeries;

/// A workload as telemetry knows it.
///
/// @param resourceId of a machine, else empty
/// @param use        its series
/// @param how        how the owner was found, in words
public record MeasuredWorkload(String cluster, String namespace, String kind, String name, String resourceId,
        List<UseSeries> use, String how) {
    public MeasuredWorkload {
        use = List.copyOf(use);
    }

    /// Names it in a pin.
    public String item() {
        return resourceId.isEmpty() ? String.join("/", cluster, namespace, kind, name) : resourceId;
    }
}
