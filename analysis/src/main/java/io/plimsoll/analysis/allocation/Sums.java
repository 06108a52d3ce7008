package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import io.plimsoll.analysis.unit.Days;

/// Adds the lines of an allocation up to tables, day by day.
final class Sums {
    private final AllocationQuery query;
    private final Days days;
    private final Function<Tenant, String> group;
    private final SortedMap<String, Map<String, Map<AllocatedCost.Part, BigDecimal>>> sums = new TreeMap<>();
    private final Map<String, BigDecimal> unallocated = new HashMap<>();

    /// @param group of a tenant that works
    Sums(AllocationQuery query, Days days, Function<Tenant, String> group) {
        this.query = query;
        this.days = days;
        this.group = group;
    }

    void add(AllocatedCost line) {
        sums.computeIfAbsent(line.currency(), currency -> new HashMap<>())
                .computeIfAbsent(name(line.tenant()), name -> new EnumMap<>(AllocatedCost.Part.class))
                .merge(line.part(), line.amount(), BigDecimal::add);
        if (line.tenant().kind() == Tenant.Kind.UNALLOCATED) {
            unallocated.merge(line.currency(), line.amount(), BigDecimal::add);
        }
    }

    private String name(Tenant tenant) {
        return tenant.works() ? group.apply(tenant) : tenant.name();
    }

    /// One a currency, by its code.
    List<AllocationTable> tables(List<String> remarks) {
        return sums.entrySet().stream().map(entry -> {
            List<AllocationTable.Row> rows = entry.getValue().entrySet().stream()
                    .map(each -> row(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparing(AllocationTable.Row::cost).reversed()
                            .thenComparing(AllocationTable.Row::group))
                    .toList();
            BigDecimal total = rows.stream().map(AllocationTable.Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new AllocationTable(query.by(), query.metric(), entry.getKey(), days, rows, total,
                    unallocated.getOrDefault(entry.getKey(), BigDecimal.ZERO), remarks);
        }).toList();
    }

    private static AllocationTable.Row row(String name, Map<AllocatedCost.Part, BigDecimal> parts) {
        return new AllocationTable.Row(name, parts.getOrDefault(AllocatedCost.Part.OWN, BigDecimal.ZERO),
                parts.getOrDefault(AllocatedCost.Part.IDLE, BigDecimal.ZERO),
                parts.getOrDefault(AllocatedCost.Part.SHARED, BigDecimal.ZERO));
    }
}
