package io.plimsoll.analysis.allocation.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.AllocatedCost.Part;
import io.plimsoll.analysis.allocation.IdleRule;
import io.plimsoll.analysis.allocation.Tenant;

/// Applies the rule for idle cost to the lines of a day. What can go to nobody stays idle.
public final class IdleSpread {
    private IdleSpread() {
    }

    public static List<AllocatedCost> apply(IdleRule rule, List<AllocatedCost> lines) {
        if (rule == IdleRule.OWN) {
            return lines;
        }
        Weights<Place> weights = new Weights<>(lines, line -> place(rule, line), Tenant::works, rule == IdleRule.EVEN);
        List<AllocatedCost> spread = new ArrayList<>();
        for (AllocatedCost line : lines) {
            if (line.tenant().kind() == Tenant.Kind.IDLE) {
                spread.addAll(Spread.over(line, weights.of(line), Part.IDLE));
            } else {
                spread.add(line);
            }
        }
        return spread;
    }

    private static Place place(IdleRule rule, AllocatedCost line) {
        return new Place(rule == IdleRule.CLUSTER ? line.scope() : line.node(), line.day(), line.currency());
    }

    private record Place(String where, LocalDate day, String currency) {}
}
