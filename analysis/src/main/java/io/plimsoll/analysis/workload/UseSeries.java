package io.plimsoll.analysis.workload;

import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;

/// One telemetry series of a workload. A replica has several for one measure when its container restarted under new labels, or
/// when both mean and maximum were exported.
///
/// @param container empty for a machine
/// @param replica   the pod's name, or the machine's resource id
/// @param part      which share of the measure it tells, as the pool of a Java heap: what a replica takes is the sum of its
///                  parts; empty for the whole
/// @param seriesId  for `Telemetry.samples`
/// @param samples   how many are stored, 0 if that isn't known
public record UseSeries(String container, Measure measure, Statistic statistic, String replica, String part,
        long seriesId, long samples) {
    public UseSeries(String container, Measure measure, Statistic statistic, String replica, String part,
            long seriesId) {
        this(container, measure, statistic, replica, part, seriesId, 0);
    }

    /// One that tells the whole.
    public UseSeries(String container, Measure measure, Statistic statistic, String replica, long seriesId) {
        this(container, measure, statistic, replica, "", seriesId);
    }
}
