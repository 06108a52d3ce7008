package io.plimsoll.analysis.rightsizing.current;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.workload.Workload;

/// A workload today.
///
/// @param declared what Git says
/// @param current  the size, from Git, else from telemetry
/// @param usage    all that was measured of the main container
/// @param former   sizes that Git had before, newest first
/// @param cost     null if unknown
/// @param knobs    with file and line
/// @param series   whatever else was measured
public record Situation(Workload workload, DeclaredSize declared, Size current, Usage usage, List<FormerSize> former,
        @Nullable BilledCost cost, List<SizeKnob> knobs, WorkloadSeries series) {
    public Situation {
        former = List.copyOf(former);
        knobs = List.copyOf(knobs);
    }
}
