package io.plimsoll.app.screen.repository;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.CommitEntry;

/// The commits of some files; the last answer is kept, as a table asks again for every page and order. Safe from any thread.
final class RepositoryHistory {
    private static final int COMMITS = 200;
    private static final int FILES = 40;

    private final Workbench workbench;
    private @Nullable Known last;

    private record Known(String head, HistoryPlace place, List<CommitEntry> entries) {}

    RepositoryHistory(Workbench workbench) {
        this.workbench = workbench;
    }

    synchronized List<CommitEntry> of(HistoryPlace place, Cancellation cancellation) {
        try (GitRepository clone = workbench.repository().open()) {
            String head = clone.head().commitId();
            Known known = last;
            if (known == null || !known.head().equals(head) || !known.place().equals(place)) {
                known = new Known(head, place, CommitEntry.history(clone, place.paths(), COMMITS, FILES, cancellation));
                last = known;
            }
            return known.entries();
        }
    }
}
