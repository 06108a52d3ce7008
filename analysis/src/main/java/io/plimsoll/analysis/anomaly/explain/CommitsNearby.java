package io.plimsoll.analysis.anomaly.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.DatedCommits;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.cause.ChangeTime;
import io.plimsoll.analysis.anomaly.cause.CommitBlame;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitFacts;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workloads;

/// Reads the commits of the clone around the days of events and holds them against these. What HEAD deploys tells which places own
/// a workload's values. Safe from any thread.
final class CommitsNearby {
    private static final Duration LOOK_BACK = Duration.ofDays(10);
    private static final int KEPT = 200;

    private final WorkspaceClone clone;
    private final Billing billing;
    private final Telemetry telemetry;
    private final Suspects suspects;
    private final ChangeHour hours;
    private final CommitFacts facts = new CommitFacts();
    private final Map<String, CommitBlame.Event> events = new LinkedHashMap<>();

    /// Commits near an event.
    ///
    /// @param facts  newest first
    /// @param scores best first
    record Ranked(List<CommitFact> facts, List<CommitScore> scores) {
        static final Ranked NONE = new Ranked(List.of(), List.of());
    }

    CommitsNearby(WorkspaceClone clone, Billing billing, Telemetry telemetry, Workloads workloads) {
        this.clone = clone;
        this.billing = billing;
        this.telemetry = telemetry;
        this.suspects = new Suspects(workloads, billing);
        this.hours = new ChangeHour(billing, telemetry);
    }

    /// Those of the ten days before an event and of its first day; none without a clone, and where it is gone.
    Ranked of(Anomaly anomaly, Cancellation cancellation) {
        GitRepository repository = clone.openIfThere().orElse(null);
        try (repository) {
            if (repository == null) {
                return Ranked.NONE;
            }
            List<CommitFact> near = facts.between(repository, earliest(anomaly), after(anomaly.start()), cancellation);
            return new Ranked(near, CommitBlame.rank(event(repository, anomaly, cancellation), near));
        }
    }

    /// As `Anomalies.commits`.
    DatedCommits within(Days days, List<Finding> findings, Cancellation cancellation) {
        Instant first = start(days.from());
        GitRepository repository = clone.openIfThere().orElse(null);
        try (repository) {
            if (repository == null) {
                return DatedCommits.NONE;
            }
            List<CommitFact> read = facts.between(repository, first.minus(LOOK_BACK), after(days.to()), cancellation);
            Map<String, List<CommitScore>> scores = new LinkedHashMap<>();
            for (Finding finding : findings) {
                cancellation.check();
                scores.put(finding.id(), CommitBlame.rank(event(repository, finding, cancellation), read.stream()
                        .filter(each -> !each.time().isBefore(earliest(finding))
                                && each.time().isBefore(after(finding.start())))
                        .toList()));
            }
            return new DatedCommits(read.stream().filter(each -> !each.time().isBefore(first)).toList(), scores);
        }
    }

    /// Kept until bill, telemetry or HEAD changes: the overview asks for the same findings again and again.
    private CommitBlame.Event event(GitRepository repository, Anomaly anomaly, Cancellation cancellation) {
        String head = repository.head().commitId();
        String key = String.join(" ", anomaly.id(), anomaly.end().toString(), head, billing.summary().toString(),
                telemetry.summary().toString());
        synchronized (events) {
            CommitBlame.Event known = events.get(key);
            if (known != null) {
                return known;
            }
        }
        ManifestIndex manifests = ManifestIndex.read(repository, head, cancellation);
        CommitBlame.Event event = switch (anomaly) {
            case Finding finding -> event(finding, manifests, cancellation);
            case Signal signal -> event(signal, manifests, cancellation);
        };
        synchronized (events) {
            events.put(key, event);
            if (events.size() > KEPT) {
                events.remove(events.keySet().iterator().next());
            }
        }
        return event;
    }

    private CommitBlame.Event event(Finding finding, ManifestIndex manifests, Cancellation cancellation) {
        List<Suspects.Involved> involved = suspects.of(finding, manifests, cancellation);
        ChangeTime time = hours.of(finding, involved.stream().map(Suspects.Involved::workload).toList(), cancellation);
        CommitBlame.Nature nature = switch (finding.kind()) {
            case PRICE_CHANGE -> CommitBlame.Nature.PRICE;
            case NEW_SERVICE -> CommitBlame.Nature.STARTED;
            case DRIFT -> CommitBlame.Nature.SLOW;
            default -> CommitBlame.Nature.SIZE;
        };
        return new CommitBlame.Event(SliceOwners.names(finding), time, percent(finding), nature,
                involved.stream().map(Suspects.Involved::suspect).toList());
    }

    /// What is measured does not follow a size as money does, so only time and place count.
    private CommitBlame.Event event(Signal signal, ManifestIndex manifests, Cancellation cancellation) {
        return new CommitBlame.Event(SliceOwners.names(signal), ChangeTime.moment(signal.from()), Double.NaN,
                CommitBlame.Nature.SIZE, suspects.of(signal, manifests, cancellation).stream()
                        .map(Suspects.Involved::suspect).toList());
    }

    private static Instant earliest(Anomaly anomaly) {
        return start(anomaly.start()).minus(LOOK_BACK);
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
}
