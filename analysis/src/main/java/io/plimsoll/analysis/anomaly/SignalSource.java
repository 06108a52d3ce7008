package io.plimsoll.analysis.anomaly;

import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Finds events in one sort of measurements. Safe from any thread; it keeps what it found until its data change.
public interface SignalSource {
    /// @return in any order; empty where nothing is loaded
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    List<Signal> signals(Progress progress, Cancellation cancellation);
}
