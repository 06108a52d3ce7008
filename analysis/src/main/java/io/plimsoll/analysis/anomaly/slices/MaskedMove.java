package io.plimsoll.analysis.anomaly.slices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.Offset;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.unit.Money;

/// Moves of slices that share a parent and cancel in it.
///
/// @param inside   the parent
/// @param main     what the event is told of: where both sides weigh about the same, the largest rise
/// @param beside   what moved like it, largest first
/// @param against  what moved the other way, largest first
/// @param balanced both sides weigh about the same; if not, what stands against is an event of its own
record MaskedMove(SeriesKey inside, OffsetSide main, List<OffsetSide> beside, List<OffsetSide> against,
        boolean balanced) {
    MaskedMove {
        beside = List.copyOf(beside);
        against = List.copyOf(against);
    }

    static MaskedMove of(SeriesKey inside, OffsetSide anchor, List<OffsetSide> against, boolean balanced) {
        List<OffsetSide> sorted = new ArrayList<>(against);
        sorted.sort(Comparator.comparing(OffsetSide::size).reversed());
        return !balanced || anchor.sign() > 0
                ? new MaskedMove(inside, anchor, List.of(), sorted, balanced)
                : new MaskedMove(inside, sorted.getFirst(), sorted.subList(1, sorted.size()), List.of(anchor), true);
    }

    /// With the others' amounts on the main one's days.
    MaskedMove on(BinaryOperator<OffsetSide> days) {
        return new MaskedMove(inside, main, beside.stream().map(each -> days.apply(each, main)).toList(),
                against.stream().map(each -> days.apply(each, main)).toList(), balanced);
    }

    /// All that the event is made of.
    List<OffsetSide> shifts() {
        return Stream.concat(Stream.of(main), Stream.concat(beside.stream(), against.stream())).toList();
    }

    Offset offset() {
        return new Offset(inside, sides(beside), sides(against));
    }

    private static List<Offset.Side> sides(List<OffsetSide> shifts) {
        return shifts.stream().map(each -> new Offset.Side(each.key(),
                new Money(each.excess().impact(), each.series().currency()))).toList();
    }
}
