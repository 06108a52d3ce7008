package io.plimsoll.analysis.workload.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;

/// A container that asks for no CPU or no memory: it is placed anywhere and paid by its neighbours. A limit counts, since Kubernetes takes
/// it as the request where none is written.
final class NoRequests implements FindingRule {
    private static final Set<String> CPU = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU);
    private static final Set<String> MEMORY = Set.of(Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY);

    @Override
    public String kind() {
        return "no-requests";
    }

    @Override
    public String explanation() {
        return "A container asks for no CPU or no memory, so that nobody can say what it should cost.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        List<RepositoryFinding> found = new ArrayList<>();
        for (Pods pods : text.pods()) {
            for (Pods.Container container : pods.containers()) {
                boolean cpu = pods.sets(container, CPU);
                boolean memory = pods.sets(container, MEMORY);
                if (!cpu || !memory) {
                    found.add(new RepositoryFinding(kind(), Severity.MEDIUM, container.file(), container.line(),
                            pods.title(),
                            "Container " + container.name() + " asks for no "
                                    + (cpu ? "memory" : memory ? "CPU" : "CPU and no memory") + ".",
                            "Add resources.requests; Rightsizing proposes them where telemetry is loaded."));
                }
            }
        }
        return found;
    }
}
