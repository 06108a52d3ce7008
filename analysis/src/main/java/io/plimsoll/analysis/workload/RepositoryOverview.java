package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.KnobLine;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Head;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.repository.TreeFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.finding.FindingRules;
import io.plimsoll.analysis.workload.finding.RepositoryText;
import io.plimsoll.analysis.workload.source.DeclaredWorkloads;
import io.plimsoll.analysis.workload.source.ManifestDoc;
import io.plimsoll.analysis.workload.source.ManifestDocs;

/// What the clone's HEAD holds, read once: its files, the values that cost money, the workloads, and what is wrong with it. Immutable; make
/// it once a commit and keep it.
///
/// @param files     in Git's order; links and submodules among them
/// @param knobs     by file and position in it
/// @param findings  that need neither bill nor telemetry, the worst first
public record RepositoryOverview(Head head, List<TreeFile> files, List<PlacedKnob> knobs, ManifestIndex manifests,
        List<RepositoryFinding> findings) {
    /// So many commits are looked at for signatures.
    public static final int COMMITS = 50;

    public RepositoryOverview {
        files = List.copyOf(files);
        knobs = List.copyOf(knobs);
        findings = List.copyOf(findings);
    }

    /// Every kind of finding, with its explanation.
    public static List<FindingKind> kinds() {
        return FindingRules.kinds();
    }

    /// Reads the commit's files, not the work tree's. Files above 1 MiB are in the list of files and are not looked into.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure NO_COMMITS, and what reading a clone may fail with
    public static RepositoryOverview read(GitRepository clone, Progress progress, Cancellation cancellation) {
        Head head = clone.head();
        progress.update("Reading the files of " + head.commitId().substring(0, 7), 0);
        Map<String, byte[]> files = new LinkedHashMap<>();
        clone.visit(head.commitId(), RepositoryText::mayBeText, files::put, cancellation);
        progress.update("Reading the manifests", 0.3);
        List<TreeFile> listed = clone.files(head.commitId(), path -> true);
        ManifestDocs docs = ManifestDocs.of(listed, files, cancellation);
        DeclaredWorkloads declared = new DeclaredWorkloads(docs);
        ManifestIndex manifests = ManifestIndex.of(head.commitId(), clone.dispatch().addresses(), declared,
                ManifestIndex.withNames(listed, files));
        List<CommitInfo> commits = clone.history(HistoryQuery.all().first(COMMITS), cancellation);
        Set<String> signed = clone.signed(commits.stream().map(CommitInfo::id).toList());
        progress.update("Looking for what is wrong", 0.7);
        List<RepositoryFinding> findings = FindingRules.of(
                new RepositoryText(files, docs, manifests, commits, signed, declared.leftOut()), cancellation);
        return new RepositoryOverview(head, listed, placed(docs, files), manifests, findings);
    }

    private static List<PlacedKnob> placed(ManifestDocs docs, Map<String, byte[]> files) {
        List<PlacedKnob> placed = new ArrayList<>();
        Map<String, List<Knob>> byFile = docs.docs().stream().map(ManifestDoc::knobs).flatMap(List::stream)
                .collect(Collectors.groupingBy(Knob::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, knobs) -> {
            List<KnobLine> lines = KnobLine.of(knobs, files.getOrDefault(file, new byte[0]));
            for (int i = 0; i < knobs.size(); i++) {
                placed.add(new PlacedKnob(knobs.get(i), lines.get(i).line()));
            }
        });
        return placed;
    }

    /// All findings, those among them that only bill and telemetry tell; the worst first. The latter are left out while the workspace
    /// has no bill, or no telemetry.
    ///
    /// @param map made with this overview's manifests
    public List<RepositoryFinding> findings(WorkloadMap map) {
        return Stream.concat(findings.stream(), FindingRules.of(map).stream()).sorted(RepositoryFinding.WORST_FIRST)
                .toList();
    }
}
