package io.plimsoll.analysis.workload.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.plimsoll.analysis.workload.BlindSpot;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// A blind spot of the workload map that concerns the repository. While a workspace holds nothing at all of a source, that source says
/// nothing about a workload, and the kind finds none.
record BlindWorkload(String kind, String explanation, Predicate<Workload> known, Predicate<BlindSpot> blind,
        String evidence, String remedy, Severity severity) implements MapRule {
    static BlindWorkload noTelemetry() {
        return new BlindWorkload("no-telemetry", "Git declares a workload of which no telemetry is loaded.",
                Workload::hasTelemetry, spot -> spot.git() && !spot.telemetry(),
                "No series is loaded that belongs to it.",
                "Export its CPU and memory, or pin the series that are its.", Severity.MEDIUM);
    }

    static BlindWorkload noBill() {
        return new BlindWorkload("no-bill", "Git declares a workload of which no charged resource is known.",
                Workload::hasBill, spot -> spot.git() && !spot.bill(),
                "No charged resource is matched to it, so its cost is unknown.",
                "Tag what it runs on, or pin the resource; `plimsoll allocate` divides shared machines.", Severity.LOW);
    }

    static BlindWorkload noManifest() {
        return new BlindWorkload("no-manifest", "A workload is billed or measured that the clone does not declare.",
                Workload::hasManifest, spot -> !spot.git() && !spot.namespace().isEmpty(),
                "No document of the clone declares it.",
                "Find out who deployed it; pin its document if the clone has one under another name.", Severity.MEDIUM);
    }

    @Override
    public List<RepositoryFinding> find(WorkloadMap map) {
        if (map.workloads().stream().noneMatch(known)) {
            return List.of();
        }
        Map<String, String> files = new HashMap<>();
        for (Workload each : map.workloads()) {
            DeclaredWorkload declared = each.manifest();
            if (declared != null && !declared.places().isEmpty()) {
                files.putIfAbsent(RepositoryText.title(each.key().namespace(), each.title()),
                        declared.places().getFirst().file());
            }
        }
        return map.coverage().blindSpots().stream().filter(blind).map(spot -> {
            String title = RepositoryText.title(spot.namespace(), spot.title());
            return new RepositoryFinding(kind, severity, files.getOrDefault(title, ""), 0, title, evidence, remedy);
        }).toList();
    }
}
