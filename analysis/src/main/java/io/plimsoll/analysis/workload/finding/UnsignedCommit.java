package io.plimsoll.analysis.workload.finding;

import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;

/// A commit that carries no signature. Whether a signature is good only `git verify-commit` with the right keys can say.
final class UnsignedCommit implements FindingRule {
    @Override
    public String kind() {
        return "unsigned-commit";
    }

    @Override
    public String explanation() {
        return "A recent commit carries no signature, so that anybody may have made it in its author's name.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        return text.commits().stream().filter(commit -> !text.isSigned(commit))
                .map(commit -> new RepositoryFinding(kind(), Severity.LOW, "", 0, commit.id().substring(0, 10),
                        "\u201c" + commit.subject() + "\u201d by " + commit.author().name()
                                + " carries no signature.",
                        "Sign commits: git config commit.gpgsign true."))
                .toList();
    }
}
