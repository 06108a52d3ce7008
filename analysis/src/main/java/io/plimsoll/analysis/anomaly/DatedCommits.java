package io.plimsoll.analysis.anomaly;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;

/// The commits of some days.
///
/// @param commits newest first, whatever they changed
/// @param scores  by the id of a finding, how well each commit fits it, best first; commits of the ten days before the stretch are
///                among them
public record DatedCommits(List<CommitFact> commits, Map<String, List<CommitScore>> scores) {
    /// For a workspace without a clone.
    public static final DatedCommits NONE = new DatedCommits(List.of(), Map.of());

    public DatedCommits {
        commits = List.copyOf(commits);
        scores = Map.copyOf(scores);
    }
}
