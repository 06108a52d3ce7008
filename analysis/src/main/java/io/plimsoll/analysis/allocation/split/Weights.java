package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.Tenant;

/// What tenants have, by the group of lines within which something is spread.
///
/// @param <K> names a group
final class Weights<K> {
    static final Comparator<Tenant> ORDER = Comparator.comparing(Tenant::kind).thenComparing(Tenant::cluster)
            .thenComparing(Tenant::namespace).thenComparing(Tenant::name);

    private final Map<K, SortedMap<Tenant, BigDecimal>> groups = new HashMap<>();
    private final Map<K, Map<Tenant, BigDecimal>> weights = new HashMap<>();
    private final Function<AllocatedCost, K> group;
    private final boolean even;

    /// @param takes whether a tenant may be given something
    /// @param even  all weights are 1
    Weights(Collection<AllocatedCost> lines, Function<AllocatedCost, K> group, Predicate<Tenant> takes, boolean even) {
        this.group = group;
        this.even = even;
        lines.stream().filter(line -> takes.test(line.tenant())).forEach(
                line -> groups.computeIfAbsent(group.apply(line), key -> new TreeMap<>(ORDER)).merge(line.tenant(),
                        line.amount(), BigDecimal::add));
    }

    /// In a fixed order, so that an answer is the same every time. A tenant whose cost a correction took back weighs nothing.
    Map<Tenant, BigDecimal> of(AllocatedCost line) {
        return weights.computeIfAbsent(group.apply(line), this::weights);
    }

    private Map<Tenant, BigDecimal> weights(K key) {
        SortedMap<Tenant, BigDecimal> found = groups.getOrDefault(key, new TreeMap<>(ORDER));
        found.replaceAll((tenant, amount) -> even ? BigDecimal.ONE : amount.max(BigDecimal.ZERO));
        return found;
    }
}
