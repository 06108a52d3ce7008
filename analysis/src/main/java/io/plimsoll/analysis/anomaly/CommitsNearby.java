package io.plimsoll.analysis.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.CommitBlame;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitFacts;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// Reads the commits of the clone around the days of findings and holds them against these. Safe from any thread.
final class CommitsNearby {
    private static final Duration LOOK_BACK = Duration.ofDays(10);

    private final WorkspaceClone clone;
    private volatile @Nullable Known known;

    /// The last stretch that was read: reading hundreds of commits takes a moment, and a filter is changed often.
    private record Known(String head, Instant from, Instant to, List<CommitFact> facts) {}

    CommitsNearby(WorkspaceClone clone) {
        this.clone = clone;
    }

    /// Those of the ten days before a finding and of its first day, newest first; none without a clone.
    List<CommitFact> before(Finding finding, Cancellation cancellation) {
        if (clone.folder().isEmpty()) {
            return List.of();
        }
        try (GitRepository repository = clone.open()) {
            return CommitFacts.between(repository, earliest(finding), after(finding.start()), cancellation);
        }
    }

    /// How well each commit fits a finding, best first.
    static List<CommitScore> rank(Finding finding, List<CommitFact> facts) {
        return CommitBlame.rank(new CommitBlame.Event(names(finding), finding.start(), percent(finding)), facts);
    }

    /// As `Anomalies.commits`.
    DatedCommits within(Days days, List<Finding> findings, Cancellation cancellation) {
        if (clone.folder().isEmpty()) {
            return DatedCommits.NONE;
        }
        Instant first = start(days.from());
        List<CommitFact> facts = read(first.minus(LOOK_BACK), after(days.to()), cancellation);
        Map<String, List<CommitScore>> scores = new LinkedHashMap<>();
        for (Finding finding : findings) {
            scores.put(finding.id(), rank(finding, facts.stream()
                    .filter(each -> !each.time().isBefore(earliest(finding))).toList()));
        }
        return new DatedCommits(facts.stream().filter(each -> !each.time().isBefore(first)).toList(), scores);
    }

    private List<CommitFact> read(Instant from, Instant to, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            String head = repository.head().commitId();
            Known last = known;
            if (last != null && last.head().equals(head) && last.from().equals(from) && last.to().equals(to)) {
                return last.facts();
            }
            List<CommitFact> facts = List.copyOf(CommitFacts.between(repository, from, to, cancellation));
            known = new Known(head, from, to, facts);
            return facts;
        }
    }

    private static Instant earliest(Finding finding) {
        return start(finding.start()).minus(LOOK_BACK);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant after(LocalDate day) {
        return start(day.plusDays(1));
    }

    private static double percent(Finding finding) {
        double expected = finding.expected().amount().doubleValue();
        return expected == 0 ? 100 : 100 * finding.impact().amount().doubleValue() / Math.abs(expected);
    }

    /// What the slice and everything in it is called, so that a commit's workload can be recognised.
    private static Collection<String> names(Finding finding) {
        Set<String> names = new TreeSet<>(finding.key().dimensions().values());
        finding.covers().forEach(covered -> names.addAll(covered.dimensions().values()));
        return names;
    }
}
