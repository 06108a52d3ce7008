package io.plimsoll.analysis.workload.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;

/// A container that may take all memory of its node. A missing limit of CPU is no finding: it only lets a container use what is idle.
final class NoMemoryLimit implements FindingRule {
    private static final Set<String> LIMITS = Set.of(Field.MEMORY_LIMIT, Field.MEMORY);

    @Override
    public String kind() {
        return "no-limits";
    }

    @Override
    public String explanation() {
        return "A container has no limit of memory: when it leaks, its node and its neighbours go down with it.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        List<RepositoryFinding> found = new ArrayList<>();
        for (Pods pods : text.pods()) {
            pods.containers().stream().filter(container -> !pods.sets(container, LIMITS))
                    .forEach(container -> found.add(new RepositoryFinding(kind(), Severity.LOW, container.file(),
                            container.line(), pods.title(), "Container " + container.name()
                                    + " has no limit of memory.",
                            "Add resources.limits.memory, best equal to the request.")));
        }
        return found;
    }
}
