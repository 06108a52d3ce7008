package io.plimsoll.analysis.rightsizing;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// One resource that costs money and does nothing.
///
/// @param resourceId  as the bill spells it; of a group the group's name
/// @param name        for people
/// @param region      or empty
/// @param monthlyCost that could be saved, effective, for 730 h; null if the bill does not tell
/// @param evidence    what was seen, in sentences with numbers
/// @param rows        charges of the bill that it rests on
/// @param remedy      what to do about it
public record IdleFinding(IdleKind kind, String resourceId, String name, String region, @Nullable Money monthlyCost,
        String evidence, long rows, Certainty certainty, String remedy) {
    public Optional<Money> cost() {
        return Optional.ofNullable(monthlyCost);
    }
}
