package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.unit.Money;

/// One strategy's size, learnt on the training part, and how it did on the part that no strategy saw.
///
/// @param name the strategy's id
public record StrategyOutcome(String name, Size size, Money monthlyCost, ReplayResult replay) {
    StrategyOutcome often(double perDay) {
        return new StrategyOutcome(name, size, monthlyCost, replay.often(perDay));
    }
}
