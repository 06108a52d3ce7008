package io.plimsoll.analysis.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.message.CommitMessage;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.repository.Trailers;
import io.plimsoll.analysis.task.Cancellation;

/// Commits that are about to be made, all or none. They are noted before Git is asked and the note goes away with their entries in the
/// ledger, so that those whose entries are missing can be found again by their trailers.
///
/// @param base      id of the parent that the first one will have
/// @param time      their committer time, seconds of the epoch
/// @param changeIds the trailer `FinOps-Change-Id` of each, in their order; workspaces of before hold one only
/// @param undoes    id of the commit that they take back; null for some that change something
/// @param intents   that they will hold together, which are then taken out of the change set; empty for an undo
record PendingCommit(String branch, String base, long time,
        @JsonAlias("changeId") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> changeIds,
        @Nullable String undoes, List<Intent> intents) {
    PendingCommit {
        changeIds = List.copyOf(changeIds);
        intents = List.copyOf(intents);
    }

    static PendingCommit of(CommitRequest request, @Nullable String undoes, List<Intent> intents) {
        List<String> ids = request.steps().stream().map(PendingCommit::changeId).toList();
        return new PendingCommit(request.branch(), request.baseCommit(), request.time().getEpochSecond(), ids, undoes,
                intents);
    }

    private static String changeId(CommitRequest.Step step) {
        return Trailers.of(step.message()).trailers().stream()
                .filter(trailer -> trailer.key().equals(CommitMessage.CHANGE_ID)).findFirst().orElseThrow().value();
    }

    /// The commits, if Git has made them: on their branch, or where HEAD is if that was merged and deleted. Others may have added
    /// commits meanwhile.
    ///
    /// @return empty if Git has not
    List<CommitInfo> find(GitRepository repository, Cancellation cancellation) {
        Instant second = Instant.ofEpochSecond(time);
        return Stream.concat(repository.tip(branch).stream(), Stream.of(repository.head().commitId()))
                .map(tip -> new HistoryQuery(tip, second, second.plusSeconds(1), List.of(), false, Integer.MAX_VALUE))
                .map(query -> chain(repository.history(query, cancellation)))
                .filter(found -> found.size() == changeIds.size()).findFirst().orElse(List.of());
    }

    /// One of the commits that were announced.
    boolean isOf(CommitInfo commit) {
        return commit.trailer(CommitMessage.CHANGE_ID).stream().anyMatch(changeIds::contains);
    }

    /// As many as follow each other from the base.
    private List<CommitInfo> chain(List<CommitInfo> commits) {
        List<CommitInfo> chain = new ArrayList<>();
        String parent = base;
        for (String changeId : changeIds) {
            List<String> parents = List.of(parent);
            Optional<CommitInfo> next = commits.stream().filter(commit -> commit.parents().equals(parents)
                    && commit.trailer(CommitMessage.CHANGE_ID).contains(changeId)).findFirst();
            if (next.isEmpty()) {
                return chain;
            }
            chain.add(next.get());
            parent = next.get().id();
        }
        return chain;
    }
}
