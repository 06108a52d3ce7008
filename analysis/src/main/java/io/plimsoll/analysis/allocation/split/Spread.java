package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.AllocatedCost.Part;
import io.plimsoll.analysis.allocation.Tenant;

/// Hands one line's amount on to others. The parts stay with the line's machine, day and currency, so these add up as before.
final class Spread {
    private Spread() {
    }

    /// @param targets to weight, not negative; the line itself stays where there are none
    static List<AllocatedCost> over(AllocatedCost line, Map<Tenant, BigDecimal> targets, Part as) {
        if (targets.isEmpty()) {
            return List.of(line);
        }
        List<Tenant> tenants = List.copyOf(targets.keySet());
        List<BigDecimal> amounts = Apportion.of(line.amount(),
                tenants.stream().map(tenant -> targets.getOrDefault(tenant, BigDecimal.ZERO)).toList());
        List<AllocatedCost> parts = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            if (amounts.get(i).signum() != 0) {
                parts.add(line.to(tenants.get(i), as, amounts.get(i)));
            }
        }
        return parts;
    }
}
