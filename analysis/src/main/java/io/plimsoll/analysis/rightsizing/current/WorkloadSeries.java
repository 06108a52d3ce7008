package io.plimsoll.analysis.rightsizing.current;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.workload.Workload;

/// Anything that was measured of a workload, read when asked for. Safe from any thread.
public final class WorkloadSeries {
    private final Workload workload;
    private final MeasuredUse measured;

    WorkloadSeries(Workload workload, MeasuredUse measured) {
        this.workload = workload;
        this.measured = measured;
    }

    /// Of the main container, by replica; empty if it was not measured.
    public Map<String, TimeSeries> of(Measure measure, Cancellation cancellation) {
        return of(workload.key().container(), measure, cancellation);
    }

    /// Of any of its containers; a metric of the pod as a whole has the container "".
    public Map<String, TimeSeries> of(String container, Measure measure, Cancellation cancellation) {
        return measured.read(workload, container, measure, cancellation);
    }

    /// Every series of any container by itself, with its labels: a pod may hold several GPUs.
    public List<LabelledSeries> each(Measure measure, Cancellation cancellation) {
        return measured.each(workload, measure, cancellation);
    }
}
