package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.source.ManifestDocs;

/// A commit in the history of some files.
///
/// @param commit  with those of its changed files that were asked for
/// @param signed  whether it carries a signature, good or not
/// @param changes values that cost money and that it changed in these files; of a first commit none, as all would be new
public record CommitEntry(CommitInfo commit, boolean signed, List<KnobChange> changes) {
    private static final String OURS = "FinOps-";

    public CommitEntry {
        changes = List.copyOf(changes);
    }

    /// Whether it was made by this workbench: it then says so in its trailers.
    public boolean ours() {
        return commit.trailers().stream().anyMatch(trailer -> trailer.key().startsWith(OURS));
    }

    /// The newest commits that HEAD can reach and that changed any of some files or folders, newest first. Values are compared for
    /// at most `files` files a commit, so that one that moved the whole tree does not hold up the others.
    ///
    /// @param paths  empty for all
    /// @param limit  at most so many commits
    /// @throws io.plimsoll.analysis.task.StepFailure NO_COMMITS, and what reading a clone may fail with
    public static List<CommitEntry> history(GitRepository repository, List<String> paths, int limit, int files,
            Cancellation cancellation) {
        List<CommitInfo> commits = repository.history(HistoryQuery.all().under(paths).first(limit), cancellation);
        Set<String> signed = repository.signed(commits.stream().map(CommitInfo::id).toList());
        List<CommitEntry> entries = new ArrayList<>();
        for (CommitInfo commit : commits) {
            List<KnobChange> changes = new ArrayList<>();
            List<String> manifests = commit.parents().isEmpty()
                    ? List.of()
                    : commit.changes().stream().map(FileChange::path).filter(ManifestDocs::isManifest).limit(files)
                            .toList();
            for (String path : manifests) {
                cancellation.check();
                changes.addAll(KnobChange.of(repository, commit, path));
            }
            entries.add(new CommitEntry(commit, signed.contains(commit.id()), changes));
        }
        return entries;
    }
}
