package io.plimsoll.analysis.workload;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// Something that costs or may cost, and that advice can't see whole.
///
/// @param title the workload's name, or the resource's
/// @param cost  over the map's period; empty if nothing is billed
public record BlindSpot(String title, String namespace, boolean git, boolean bill, boolean telemetry,
        List<Money> cost) {
    public BlindSpot {
        cost = List.copyOf(cost);
    }
}
