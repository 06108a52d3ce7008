package io.plimsoll.analysis.allocation.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.AllocatedCost.Part;
import io.plimsoll.analysis.allocation.SharedKeys;
import io.plimsoll.analysis.allocation.SharedRule;
import io.plimsoll.analysis.allocation.Tenant;

/// Applies the rule for shared cost to the lines of a day. What can go to nobody stays where it was.
public final class SharedSpread {
    private SharedSpread() {
    }

    /// @param shared which tenants work for the others; not asked with `KEYS`
    /// @param keys   empty without them
    public static List<AllocatedCost> apply(SharedRule rule, Predicate<Tenant> shared, SharedKeys keys,
            List<AllocatedCost> lines) {
        return switch (rule) {
            case OWN -> lines;
            case PROPORTIONAL, EVEN -> byCluster(rule == SharedRule.EVEN, shared, lines);
            case KEYS -> byKeys(keys, lines);
        };
    }

    private static List<AllocatedCost> byCluster(boolean even, Predicate<Tenant> shared, List<AllocatedCost> lines) {
        Weights<Place> weights = new Weights<>(lines, line -> new Place(line.scope(), line.day(), line.currency()),
                tenant -> tenant.works() && !shared.test(tenant), even);
        List<AllocatedCost> spread = new ArrayList<>();
        // What several services have of a machine goes to the same others: spread once, not once a service.
        Map<String, AllocatedCost> together = new LinkedHashMap<>();
        for (AllocatedCost line : lines) {
            if (!shared.test(line.tenant()) || weights.of(line).isEmpty()) {
                spread.add(line);
            } else {
                together.merge(String.join("\0", line.node(), line.scope(), line.day().toString(), line.currency()),
                        line, (one, other) -> one.to(one.tenant(), one.part(), one.amount().add(other.amount())));
            }
        }
        together.values().forEach(line -> spread.addAll(Spread.over(line, weights.of(line), Part.SHARED)));
        return spread;
    }

    /// A service that others share comes after all that give to it, so each is emptied once.
    private static List<AllocatedCost> byKeys(SharedKeys keys, List<AllocatedCost> lines) {
        List<AllocatedCost> now = lines;
        for (String service : keys.services()) {
            KeyedTargets targets = new KeyedTargets(keys, service, now);
            List<AllocatedCost> next = new ArrayList<>();
            for (AllocatedCost line : now) {
                if (keys.serviceOf(line.tenant()).filter(service::equals).isPresent()) {
                    next.addAll(targets.spread(line));
                } else {
                    next.add(line);
                }
            }
            now = next;
        }
        return now;
    }

    private record Place(String where, LocalDate day, String currency) {}
}
