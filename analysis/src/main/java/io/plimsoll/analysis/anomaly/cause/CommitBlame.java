package io.plimsoll.analysis.anomaly.cause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

/// Ranks commits by how likely each is behind an event.
///
/// All commits and "no commit at all" compete: a commit weighs the chance that what it changed moves what was measured (by path
/// and size, [Fit]) times the chance an hour that it took effect just then ([Reconcile]); against them stands the rate of
/// events that no commit causes. The score is a commit's part of the sum, so that all scores together never exceed 1, and two
/// commits that fit alike share it. A correlation, not a proof.
public final class CommitBlame {
    /// Events an hour that have another cause: one in two weeks.
    private static final double OTHERWISE = 0.003;
    private static final double WRONG_NATURE = 0.003;
    private static final double SLOW = 0.15;
    private static final double REPLACED = 0.02;

    private CommitBlame() {
    }

    /// What kind of causes an event may have.
    public enum Nature {
        /// A step, burst or drop.
        SIZE,
        /// The price changed at flat use: no manifest does that.
        PRICE,
        /// Something is charged for the first time: only what was added can be behind it.
        STARTED,
        /// It grows or shrinks day by day, as data do.
        SLOW
    }

    /// What the commits are held against.
    ///
    /// @param names    everything the event's slice is called: dimension values, workload and namespace names
    /// @param time     when it changed
    /// @param percent  measured against expectation, +38 for 38 % more; `NaN` if only the time is known
    /// @param nature   what may be behind it
    /// @param suspects workloads that the slice holds; empty if none is known
    public record Event(Collection<String> names, ChangeTime time, double percent, Nature nature,
            List<Suspect> suspects) {
        public Event {
            names = List.copyOf(names);
            suspects = List.copyOf(suspects);
        }

        double log() {
            return Double.isNaN(percent) || nature == Nature.STARTED
                    ? Double.NaN
                    : Math.log(Math.max(0.02, 1 + percent / 100));
        }
    }

    /// @return highest score first; commits after the last moment at which the change may have been are left out
    public static List<CommitScore> rank(Event event, List<CommitFact> commits) {
        Instant last = event.time().windows().stream().map(ChangeTime.Window::to).max(Instant::compareTo)
                .orElse(event.time().to());
        List<CommitFact> before = commits.stream().filter(each -> each.time().isBefore(last)).toList();
        Set<String> replaced = replaced(before, event.time().earliest());
        Map<String, Fit> fits = new HashMap<>();
        Map<String, Double> weights = new HashMap<>();
        double sum = OTHERWISE;
        for (CommitFact commit : before) {
            Fit fit = Fit.of(commit, event);
            double weight = fit.weight() * Reconcile.density(commit.time(), event.time()) * nature(event, commit)
                    * (replaced.contains(commit.id()) ? REPLACED : 1);
            fits.put(commit.id(), fit);
            weights.put(commit.id(), weight);
            sum += weight;
        }
        List<CommitScore> scores = new ArrayList<>();
        for (CommitFact commit : before) {
            scores.add(new CommitScore(commit.id(), weights.getOrDefault(commit.id(), 0.0) / sum,
                    BlameSentence.of(event, commit, Objects.requireNonNull(fits.get(commit.id())).main())));
        }
        scores.sort(Comparator.comparingDouble(CommitScore::score).reversed().thenComparing(CommitScore::id));
        return List.copyOf(scores);
    }

    private static double nature(Event event, CommitFact commit) {
        return switch (event.nature()) {
            case SIZE -> 1;
            case PRICE -> WRONG_NATURE;
            case STARTED -> commit.changes().stream().anyMatch(each -> each.oldValue().isEmpty()) ? 1 : WRONG_NATURE;
            case SLOW -> SLOW;
        };
    }

    /// Commits whose every value a later one changed again before the event could begin.
    private static Set<String> replaced(List<CommitFact> commits, Instant earliest) {
        Set<String> set = new HashSet<>();
        Set<String> replaced = new HashSet<>();
        List<CommitFact> newestFirst = commits.stream().filter(each -> each.time().isBefore(earliest))
                .sorted(Comparator.comparing(CommitFact::time).reversed()).toList();
        for (CommitFact commit : newestFirst) {
            List<FieldChange> sizes = commit.changes().stream().filter(each -> !each.word().equals("image")).toList();
            if (!sizes.isEmpty() && sizes.stream().allMatch(each -> set.contains(each.place()))) {
                replaced.add(commit.id());
            }
            sizes.forEach(each -> set.add(each.place()));
        }
        return replaced;
    }
}
