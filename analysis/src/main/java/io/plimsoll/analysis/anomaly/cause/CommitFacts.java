package io.plimsoll.analysis.anomaly.cause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.KnobChange;

/// Reads from a clone what each commit changed in values that cost money.
public final class CommitFacts {
    private static final int MOST = 500;
    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry(Field.CPU, "cpu"),
            Map.entry(Field.CPU_REQUEST, "cpu"), Map.entry(Field.CPU_LIMIT, "cpu"), Map.entry(Field.CORES, "cpu"),
            Map.entry(Field.MEMORY, "memory"), Map.entry(Field.MEMORY_REQUEST, "memory"),
            Map.entry(Field.MEMORY_LIMIT, "memory"), Map.entry(Field.REPLICAS, "replicas"),
            Map.entry(Field.INSTANCES, "replicas"), Map.entry(Field.PARALLELISM, "replicas"));

    private CommitFacts() {
    }

    /// Commits that HEAD can reach, newest first; at most 500.
    ///
    /// @param from earliest committer time, included
    /// @param to   latest, excluded
    public static List<CommitFact> between(GitRepository repository, Instant from, Instant to,
            Cancellation cancellation) {
        List<CommitFact> facts = new ArrayList<>();
        for (CommitInfo commit : repository.history(HistoryQuery.between(from, to).first(MOST), cancellation)) {
            cancellation.check();
            facts.add(fact(repository, commit));
        }
        return facts;
    }

    private static CommitFact fact(GitRepository repository, CommitInfo commit) {
        List<FieldChange> changes = new ArrayList<>();
        for (FileChange change : commit.changes()) {
            if (isYaml(change.path()) && !commit.parents().isEmpty()) {
                changes.addAll(changes(repository, commit, change.path()));
            }
        }
        return new CommitFact(commit.id(), commit.time(), commit.subject(), commit.author().name(), changes,
                commit.changes().stream().map(FileChange::path).toList());
    }

    private static List<FieldChange> changes(GitRepository repository, CommitInfo commit, String path) {
        return KnobChange.of(repository, commit, path).stream()
                .map(each -> new FieldChange(path, each.knob().path().toString(),
                        PLAIN.getOrDefault(each.knob().field(), each.knob().field()), each.before(), each.after(),
                        each.knob().name()))
                .toList();
    }

    private static boolean isYaml(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }
}
