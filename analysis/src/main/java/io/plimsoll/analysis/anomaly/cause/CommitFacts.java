package io.plimsoll.analysis.anomaly.cause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Landing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Quantity;
import io.plimsoll.analysis.workload.KnobChange;

/// Reads from a clone what each commit changed in values that cost money. Commits never change, so each is read once. Safe from any
/// thread.
public final class CommitFacts {
    private static final int MOST = 500;
    /// One that touches more files moves a tree or formats it; its files are named, but only so many are compared.
    private static final int MOST_FILES = 300;
    private static final int KEPT = 5_000;
    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry(Field.CPU, "cpu"),
            Map.entry(Field.CPU_REQUEST, "cpu"), Map.entry(Field.CPU_LIMIT, "cpu"), Map.entry(Field.CORES, "cpu"),
            Map.entry(Field.MEMORY, "memory"), Map.entry(Field.MEMORY_REQUEST, "memory"),
            Map.entry(Field.MEMORY_LIMIT, "memory"), Map.entry(Field.REPLICAS, "replicas"),
            Map.entry(Field.INSTANCES, "replicas"), Map.entry(Field.PARALLELISM, "replicas"));

    private final Map<String, CommitFact> known = new LinkedHashMap<>();

    /// Commits that came to the branch of HEAD, newest first; at most 500. A merge is one commit that changed what it brought.
    ///
    /// @param from earliest time at which it came, included
    /// @param to   latest, excluded
    public List<CommitFact> between(GitRepository repository, Instant from, Instant to, Cancellation cancellation) {
        List<Landing> landings = repository.landings(cancellation).stream()
                .filter(each -> !each.time().isBefore(from) && each.time().isBefore(to)).limit(MOST).toList();
        List<CommitFact> facts = new ArrayList<>();
        for (Landing landing : landings) {
            cancellation.check();
            facts.add(fact(repository, landing, cancellation));
        }
        return facts;
    }

    private CommitFact fact(GitRepository repository, Landing landing, Cancellation cancellation) {
        synchronized (known) {
            CommitFact before = known.get(landing.id());
            if (before != null && before.time().equals(landing.time())) {
                return before;
            }
        }
        CommitInfo commit = repository.describe(landing.id());
        List<FieldChange> changes = new ArrayList<>();
        List<String> files = commit.changes().stream().map(FileChange::path).toList();
        files.stream().filter(Knobs::mayBeIn).limit(commit.parents().isEmpty() ? 0 : MOST_FILES).forEach(file -> {
            cancellation.check();
            changes.addAll(changes(repository, commit, file));
        });
        CommitFact fact = new CommitFact(commit.id(), landing.time(), commit.subject(), commit.author().name(), changes,
                files);
        synchronized (known) {
            known.put(fact.id(), fact);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return fact;
    }

    private static List<FieldChange> changes(GitRepository repository, CommitInfo commit, String path) {
        List<FieldChange> changes = new ArrayList<>();
        for (KnobChange each : KnobChange.of(repository, commit, path)) {
            String word = each.knob().field();
            if (!word.equals(Field.COST_TAG) && !same(each.before(), each.after())) {
                changes.add(new FieldChange(path, each.knob().document(), each.knob().path().toString(), word,
                        PLAIN.getOrDefault(word, word), each.before(), each.after(), each.knob().name()));
            }
        }
        changes.addAll(ImageChanges.of(path, repository.text(commit.parents().getFirst(), path),
                repository.text(commit.id(), path)));
        return changes;
    }

    /// `1000m` and `1` are the same size.
    private static boolean same(String before, String after) {
        try {
            return Quantity.parse(before).sameAmount(Quantity.parse(after));
        } catch (IllegalArgumentException noQuantity) {
            return before.equals(after);
        }
    }
}
