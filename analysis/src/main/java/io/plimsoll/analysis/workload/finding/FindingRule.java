package io.plimsoll.analysis.workload.finding;

import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;

/// Finds one kind of thing in what a commit holds. Without state, safe from any thread, the same answer for the same text.
interface FindingRule {
    /// Stable, lower case with hyphens.
    String kind();

    /// What the kind means, as a sentence.
    String explanation();

    List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation);
}
