package io.plimsoll.analysis.anomaly;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What telemetry and Git say of the time of a finding.
///
/// @param workloads  titles of those that hold most of the change, the largest part first; then those that the slice is only called like
/// @param neighbours what was measured of them: what moved first, the surest first; then what did not
/// @param note       why nothing could be compared, in words; empty where something was
/// @param driver     what it would have cost at the replicas (or cores, or memory) of before; null if no change of any is known
/// @param breakdown  cost as driver times cost per unit of it; null without a driver that cost follows
public record Surroundings(List<String> workloads, List<Neighbour> neighbours, String note,
        @Nullable Counterfactual driver, @Nullable Breakdown breakdown) {
    public Surroundings {
        workloads = List.copyOf(workloads);
        neighbours = List.copyOf(neighbours);
    }

    /// `replicas 3 to 9 from 6 Oct 18:00 UTC, CPU x 2.9, queue lag unchanged`, or the note.
    public String text() {
        return note.isEmpty() ? String.join(", ", neighbours.stream().map(Neighbour::text).toList()) : note;
    }
}
