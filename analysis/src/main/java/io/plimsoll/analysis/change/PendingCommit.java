package io.plimsoll.analysis.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.message.CommitMessage;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.repository.Trailers;
import io.plimsoll.analysis.task.Cancellation;

/// A commit that is about to be made. It is noted before Git is asked and goes away with the entry in the ledger, so that one whose
/// entry is missing can be found again by its trailer.
///
/// @param base     id of the parent that it will have
/// @param time     its committer time, seconds of the epoch
/// @param changeId its trailer `FinOps-Change-Id`
/// @param undoes   id of the commit that it takes back; null for one that changes something
/// @param intents  that it will hold, which are then taken out of the change set; empty for an undo
record PendingCommit(String branch, String base, long time, String changeId, @Nullable String undoes,
        List<Intent> intents) {
    PendingCommit {
        intents = List.copyOf(intents);
    }

    static PendingCommit of(CommitRequest request, @Nullable String undoes, List<Intent> intents) {
        String changeId = Trailers.of(request.steps().getFirst().message()).trailers().stream()
                .filter(trailer -> trailer.key().equals(CommitMessage.CHANGE_ID)).findFirst().orElseThrow().value();
        return new PendingCommit(request.branch(), request.baseCommit(), request.time().getEpochSecond(), changeId,
                undoes,
                intents);
    }

    /// The commit, if Git has made it: on its branch, or where HEAD is if that was merged and deleted. Others may have added commits
    /// meanwhile.
    Optional<CommitInfo> find(GitRepository repository, Cancellation cancellation) {
        Instant second = Instant.ofEpochSecond(time);
        return Stream.concat(repository.tip(branch).stream(), Stream.of(repository.head().commitId()))
                .map(tip -> new HistoryQuery(tip, second, second.plusSeconds(1), List.of(), false, Integer.MAX_VALUE))
                .flatMap(query -> repository.history(query, cancellation).stream())
                .filter(commit -> commit.parents().equals(List.of(base))
                        && commit.trailer(CommitMessage.CHANGE_ID).contains(changeId))
                .findFirst();
    }
}
