package io.plimsoll.analysis.workload.finding;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.FindingKind;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Every kind of finding. A new one is a class and a line here.
public final class FindingRules {
    static final List<FindingRule> OF_TEXT = List.of(new SecretInClear(), new UnsignedCommit(), new NotScraped(),
            new NoRequests(), new NoMemoryLimit(), new HelmBlockElsewhere(), new NotDeployed(), new Unreadable());
    static final List<MapRule> OF_MAP = List.of(BlindWorkload.noTelemetry(), BlindWorkload.noBill(),
            BlindWorkload.noManifest());

    private FindingRules() {
    }

    /// In the order of the lists.
    public static List<FindingKind> kinds() {
        List<FindingKind> kinds = new ArrayList<>();
        OF_TEXT.forEach(rule -> kinds.add(new FindingKind(rule.kind(), rule.explanation())));
        OF_MAP.forEach(rule -> kinds.add(new FindingKind(rule.kind(), rule.explanation())));
        return kinds;
    }

    /// The worst first.
    public static List<RepositoryFinding> of(RepositoryText text, Cancellation cancellation) {
        List<RepositoryFinding> found = new ArrayList<>();
        for (FindingRule rule : OF_TEXT) {
            cancellation.check();
            found.addAll(rule.find(text, cancellation));
        }
        // Several roots bring the same object; it is to be mended once.
        return found.stream().distinct().sorted(RepositoryFinding.WORST_FIRST).toList();
    }

    /// What only bill and telemetry tell.
    public static List<RepositoryFinding> of(WorkloadMap map) {
        return OF_MAP.stream().flatMap(rule -> rule.find(map).stream()).toList();
    }
}
