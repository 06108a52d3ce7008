package io.plimsoll.analysis.observability.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.allocation.Allocation;
import io.plimsoll.analysis.allocation.AllocationQuery;
import io.plimsoll.analysis.allocation.AllocationTable;
import io.plimsoll.analysis.allocation.Grouping;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Finds the workloads that are observability themselves, and their part of the machines. Safe from any thread.
public final class Agents {
    private final Allocation allocation;

    public Agents(Allocation allocation) {
        this.allocation = allocation;
    }

    /// The costliest first, those of unknown cost last.
    public List<AgentCost> of(WorkloadMap map, Progress progress, Cancellation cancellation) {
        Map<String, AgentRules.Agent> agents = new HashMap<>();
        for (Workload each : map.workloads()) {
            AgentRules.of(each.key().name(), containers(each), images(each.manifest()))
                    .ifPresent(agent -> agents.putIfAbsent(title(each), agent));
        }
        if (agents.isEmpty()) {
            return List.of();
        }
        Map<String, List<Money>> costs = new HashMap<>();
        int days = 0;
        for (AllocationTable table : allocation.tables(AllocationQuery.by(Grouping.WORKLOAD), progress, cancellation)) {
            days = table.days().count();
            table.rows().stream().filter(row -> agents.containsKey(row.group())).forEach(row -> costs
                    .computeIfAbsent(row.group(), name -> new ArrayList<>())
                    .add(new Money(row.cost(), table.currency())));
        }
        int allocated = days;
        return agents.entrySet().stream().map(each -> new AgentCost(each.getKey(), each.getValue().program(),
                each.getValue().signal(), each.getValue().certain(), each.getValue().how(),
                costs.getOrDefault(each.getKey(), List.of()), allocated)).sorted(Comparator
                        .comparing((AgentCost each) -> each.cost().isEmpty() ? null : each.cost().getFirst().amount(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(AgentCost::workload))
                .toList();
    }

    private static Set<String> containers(Workload workload) {
        Set<String> names = new HashSet<>(workload.containers());
        names.add(workload.key().container());
        names.remove("");
        return names;
    }

    private static List<String> images(@org.jspecify.annotations.Nullable DeclaredWorkload declared) {
        return declared == null
                ? List.of()
                : declared.documents().stream().flatMap(Agents::images).filter(image -> !image.isEmpty()).toList();
    }

    private static Stream<String> images(Tree document) {
        Tree pod = document.at("spec", "template", "spec");
        Tree job = document.at("spec", "jobTemplate", "spec", "template", "spec");
        return Stream.of(pod, job).flatMap(each -> each.at("containers").items().stream())
                .map(each -> each.at("image").text());
    }

    /// As allocation calls it.
    private static String title(Workload workload) {
        return workload.key().namespace().isEmpty()
                ? workload.key().name()
                : workload.key().namespace() + "/" + workload.key().name();
    }
}
