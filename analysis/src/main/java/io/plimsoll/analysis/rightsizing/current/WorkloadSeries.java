package io.plimsoll.analysis.rightsizing.current;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.series.Robust;
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

    /// The highest quantile of any replica; 0 if nothing was measured.
    ///
    /// @param p in 0..1
    public static double highest(Map<String, TimeSeries> replicas, double p) {
        return replicas.values().stream().filter(each -> each.length() > 0)
                .mapToDouble(each -> Robust.quantile(each.values(), p)).filter(Double::isFinite).max().orElse(0);
    }

    /// Every series of any container by itself, with its labels: a pod may hold several GPUs.
    public List<LabelledSeries> each(Measure measure, Cancellation cancellation) {
        return measured.each(workload, measure, cancellation);
    }

    /// The lag of a Kafka consumer group, by partition; empty if it was not measured.
    ///
    /// @param topic empty for all topics of the group
    public Map<String, TimeSeries> lag(String group, String topic, Cancellation cancellation) {
        return measured.lag(group, topic, cancellation);
    }

    /// Kills for want of memory that the cluster reported of the main container.
    public List<OomKill> reportedKills(Cancellation cancellation) {
        return measured.reported(workload, cancellation);
    }
}
