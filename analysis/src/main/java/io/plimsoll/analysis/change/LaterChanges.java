package io.plimsoll.analysis.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.KnobChange;

/// Finds which commit changed a value after another one did. The history of a file is read once, however many of its values are asked
/// about, and only of so many files: a commit that moved a whole tree would have us read the history of each of its thousands.
final class LaterChanges {
    private static final int MOST_FILES = 20;
    private static final int MOST_LATER = 200;

    private final GitRepository repository;
    private final CommitInfo commit;
    private final Cancellation cancellation;
    private final Map<String, List<CommitInfo>> histories = new HashMap<>();
    private final Map<String, List<KnobChange>> changes = new HashMap<>();

    LaterChanges(GitRepository repository, CommitInfo commit, Cancellation cancellation) {
        this.repository = repository;
        this.commit = commit;
        this.cancellation = cancellation;
    }

    /// The first commit upon this one that changed the same value; empty if none is found, or too much would have to be read.
    Optional<CommitInfo> of(KnobChange change) {
        String file = change.knob().file();
        if (!histories.containsKey(file) && histories.size() >= MOST_FILES) {
            return Optional.empty();
        }
        return histories.computeIfAbsent(file, this::upon).stream()
                .filter(each -> changes(each, file).stream().anyMatch(other -> samePlace(other, change))).findFirst();
    }

    /// Oldest first.
    private List<CommitInfo> upon(String file) {
        return repository
                .history(HistoryQuery.between(commit.time(), Instant.MAX).under(List.of(file)).first(MOST_LATER),
                        cancellation)
                .reversed().stream()
                .filter(each -> !each.id().equals(commit.id()) && repository.contains(each.id(), commit.id())).toList();
    }

    private List<KnobChange> changes(CommitInfo later, String file) {
        cancellation.check();
        return changes.computeIfAbsent(later.id() + " " + file, key -> KnobChange.of(repository, later, file));
    }

    private static boolean samePlace(KnobChange one, KnobChange other) {
        return one.knob().document() == other.knob().document() && one.knob().path().equals(other.knob().path());
    }
}
