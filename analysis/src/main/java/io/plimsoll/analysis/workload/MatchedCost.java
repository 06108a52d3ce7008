package io.plimsoll.analysis.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;

/// What of a group's cost falls on resources of measured workloads, those with a bill and telemetry.
///
/// @param cost        of the group, in the table's currency
/// @param onResources whether any of it is the cost of a resource; taxes and the like are of none
/// @param matched     the part on resources of measured workloads, exact
/// @param file        in Git that declares the workload, if all of `matched` is that of one workload; else empty
public record MatchedCost(BigDecimal cost, boolean onResources, BigDecimal matched, String file) {
    private static final String RESOURCE = "ResourceId";

    /// What `of` needs to know: the question split by resource, with all of its keys.
    public static CostQuery question(CostQuery query) {
        if (query.by().contains(RESOURCE)) {
            return query.first(0);
        }
        List<String> by = new ArrayList<>(query.by());
        by.add(RESOURCE);
        return new CostQuery(by, query.metric(), query.from(), query.to(), query.grain(), query.filters(), 0,
                query.usageOnly());
    }

    /// For each group of one currency, by the values of its dimensions in the order asked for.
    ///
    /// @param by    the dimensions of the groups; may be empty, and may hold `ResourceId`
    /// @param table the answer to `question`
    /// @param map   of the days that the table covers
    public static Map<List<String>, MatchedCost> of(List<String> by, CostTable table, WorkloadMap map) {
        Map<String, Workload> measured = new HashMap<>();
        map.workloads().stream().filter(Workload::hasTelemetry)
                .forEach(each -> each.billed().forEach(resource -> measured.put(resource.resourceId(), each)));
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        for (CostTable.Row row : table.rows()) {
            List<String> key = by.stream().map(dimension -> row.key().getOrDefault(dimension, "")).toList();
            sums.computeIfAbsent(key, each -> new Sum()).add(row, measured);
        }
        Map<List<String>, MatchedCost> found = new LinkedHashMap<>();
        sums.forEach((key, sum) -> found.put(key, sum.result()));
        return found;
    }

    /// What is matched of the cost, in 0..1, four digits. Empty where none is the cost of resources, or where credits leave nothing
    /// that it could be a share of.
    public Optional<BigDecimal> share() {
        return !onResources || cost.signum() <= 0 || matched.signum() < 0 || matched.compareTo(cost) > 0
                ? Optional.empty()
                : Optional.of(matched.divide(cost, 4, RoundingMode.HALF_EVEN));
    }

    private static final class Sum {
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal matched = BigDecimal.ZERO;
        private boolean onResources;
        private final Set<Workload> owners = Collections.newSetFromMap(new IdentityHashMap<>());

        void add(CostTable.Row row, Map<String, Workload> measured) {
            cost = cost.add(row.cost());
            String resource = row.key().getOrDefault(RESOURCE, "");
            if (resource.isEmpty() || row.cost().signum() == 0) {
                return;
            }
            onResources = true;
            Workload owner = measured.get(resource);
            if (owner != null) {
                matched = matched.add(row.cost());
                owners.add(owner);
            }
        }

        MatchedCost result() {
            DeclaredWorkload declared = owners.size() == 1 ? owners.iterator().next().manifest() : null;
            return new MatchedCost(cost, onResources, matched,
                    declared == null ? "" : declared.places().getFirst().file());
        }
    }
}
