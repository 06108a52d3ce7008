package io.plimsoll.analysis.allocation.split;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.allocation.AllocatedCost;

/// Takes the machines of a cluster together.
public final class Machines {
    private Machines() {
    }

    /// One line a scope, day, currency, tenant and part instead of one a machine; its node is the scope. What every machine hands to every
    /// tenant of a large cluster would be millions of lines a day.
    public static List<AllocatedCost> together(List<AllocatedCost> lines) {
        Map<String, AllocatedCost> sums = new LinkedHashMap<>();
        for (AllocatedCost line : lines) {
            String key = String.join("\0", line.scope(), line.day().toString(), line.currency(),
                    line.tenant().toString(), line.part().name());
            sums.merge(key, new AllocatedCost(line.scope(), line.scope(), line.day(), line.currency(), line.tenant(),
                    line.part(), line.amount()),
                    (one, other) -> one.to(one.tenant(), one.part(), one.amount().add(other.amount())));
        }
        return new ArrayList<>(sums.values());
    }
}
