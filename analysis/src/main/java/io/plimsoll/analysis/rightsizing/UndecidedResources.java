package io.plimsoll.analysis.rightsizing;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// Resources of which neither bill nor telemetry tells whether they are idle.
///
/// @param kind        of waste that they may be
/// @param resources   how many
/// @param monthlyCost of all, one amount a currency
/// @param reason      why it can't be told, and what would tell, in a sentence
public record UndecidedResources(IdleKind kind, int resources, List<Money> monthlyCost, String reason) {
    public UndecidedResources {
        monthlyCost = List.copyOf(monthlyCost);
    }
}
