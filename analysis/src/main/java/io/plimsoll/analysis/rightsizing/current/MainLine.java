package io.plimsoll.analysis.rightsizing.current;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.task.Cancellation;

/// Commits on the main line by the files that they changed: walked through once, however many workloads ask. Safe from any thread.
final class MainLine {
    /// Workloads of one fleet end at about the same time.
    private static final Duration SPARE = Duration.ofDays(7);

    private final String head;
    private final List<String> files;
    private @Nullable Walked walked;

    /// @param files that are asked for, at least one
    MainLine(String head, List<String> files) {
        this.head = head;
        this.files = List.copyOf(files);
    }

    /// @param some among the files
    /// @return those that changed at least one of them from then on, newest first
    List<CommitInfo> changing(GitRepository clone, List<String> some, Instant from, int most,
            Cancellation cancellation) {
        Walked known = since(clone, from, cancellation);
        TreeSet<Integer> places = new TreeSet<>();
        some.forEach(file -> places.addAll(known.byFile().getOrDefault(file, List.of())));
        return places.stream().map(known.commits()::get).filter(each -> !each.time().isBefore(from)).limit(most)
                .toList();
    }

    private synchronized Walked since(GitRepository clone, Instant from, Cancellation cancellation) {
        Walked known = walked;
        if (known == null || from.isBefore(known.from())) {
            Instant start = from.minus(SPARE);
            HistoryQuery query = new HistoryQuery(head, start, Instant.MAX, files, true, Integer.MAX_VALUE);
            known = Walked.of(start, clone.history(query, cancellation));
            walked = known;
        }
        return known;
    }

    /// @param byFile places in the list, rising
    private record Walked(Instant from, List<CommitInfo> commits, Map<String, List<Integer>> byFile) {
        static Walked of(Instant from, List<CommitInfo> commits) {
            Map<String, List<Integer>> byFile = new HashMap<>();
            for (int i = 0; i < commits.size(); i++) {
                for (FileChange change : commits.get(i).changes()) {
                    byFile.computeIfAbsent(change.path(), each -> new ArrayList<>()).add(i);
                }
            }
            return new Walked(from, commits, byFile);
        }
    }
}
