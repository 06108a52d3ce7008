package io.plimsoll.analysis.workload;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;

/// All workloads and what is not covered, at one moment.
///
/// @param period    the days whose cost is shown, null without a bill
/// @param workloads the costliest first, then by name
/// @param problems  what could not be read in the manifests, in words
public record WorkloadMap(@Nullable Days period, List<Workload> workloads, Coverage coverage, List<String> problems) {
    public WorkloadMap {
        workloads = List.copyOf(workloads);
        problems = List.copyOf(problems);
    }

    /// By name, title, `namespace/name` or the whole key as text; empty if none or several have it.
    public Optional<Workload> find(String name) {
        List<Workload> found = named(name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// All that have a name in any of these forms: several roots may bring the same object.
    public List<Workload> named(String name) {
        return workloads.stream().filter(each -> each.key().name().equals(name)
                || each.title().equals(name) || (each.key().namespace() + "/" + each.key().name()).equals(name)
                || each.key().toString().equals(name))
                .toList();
    }
}
