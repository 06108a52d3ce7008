package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.propose.ReplicaIntents;
import io.plimsoll.analysis.change.propose.TagIntents;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// The workloads that a change set touches, found again by their names in it. Safe from any thread.
final class TouchedWorkloads {
    private final Workloads workloads;
    private final ObservedSource source;
    private @Nullable Indexed last;

    /// Reading all manifests of a commit takes long and its answer never changes.
    private record Indexed(String commitId, ManifestIndex index) {}

    TouchedWorkloads(Workloads workloads, ObservedSource source) {
        this.workloads = workloads;
        this.source = source;
    }

    private synchronized ManifestIndex index(GitRepository repository, String commitId, Cancellation cancellation) {
        Indexed known = last;
        if (known == null || !known.commitId().equals(commitId)) {
            known = new Indexed(commitId, ManifestIndex.read(repository, commitId, cancellation));
            last = known;
        }
        return known.index();
    }

    /// What to call a workload: its name, or with the namespace where another has the same name.
    String word(GitRepository repository, String commitId, Workload workload, Cancellation cancellation) {
        String name = workload.key().name();
        long same = index(repository, commitId, cancellation).workloads().stream()
                .filter(each -> each.name().equals(name))
                .count();
        return same > 1 ? workload.key().namespace() + "/" + name : name;
    }

    List<MissingTag> missingTags(GitRepository repository, String commitId, WorkloadMap map, List<WantedTag> wanted,
            Cancellation cancellation) {
        return new TagIntents(index(repository, commitId, cancellation).workloads(),
                file -> repository.read(commitId, file)).missing(map.workloads(), wanted,
                        (workload, manifest) -> word(repository, commitId, workload, cancellation));
    }

    /// Where each workload of the set is declared, by its word; those with two or none are left out.
    Map<String, DeclaredWorkload> declared(GitRepository repository, ChangeSet set, Cancellation cancellation) {
        Map<String, DeclaredWorkload> found = new TreeMap<>();
        ManifestIndex index = index(repository, set.baseCommit(), cancellation);
        set.items().stream().map(item -> item.intent().workload()).distinct().forEach(word -> {
            List<DeclaredWorkload> called = index.workloads().stream()
                    .filter(each -> each.name().equals(word) || (each.namespace() + "/" + each.name()).equals(word))
                    .toList();
            if (called.size() == 1) {
                found.put(word, called.getFirst());
            }
        });
        return found;
    }

    /// What was observed of each workload of the ticked intents, at the number of replicas that they lead to. A workload that can't
    /// be found again has none; the guards then say so.
    List<Observed> observed(GitRepository repository, ChangeSet set, Cancellation cancellation) {
        List<String> words = set.ticked().stream().map(Intent::workload).filter(word -> !word.isEmpty()).distinct()
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        WorkloadMap map = workloads.map(index(repository, set.baseCommit(), cancellation), cancellation);
        List<Observed> all = new ArrayList<>();
        for (String word : words) {
            cancellation.check();
            List<Workload> found = map.workloads().stream()
                    .filter(each -> each.hasManifest() && isCalled(each.key(), word))
                    .toList();
            if (found.size() == 1) {
                OptionalInt replicas = ReplicaIntents.after(found.getFirst(), set.ticked());
                all.addAll(source.observed(found.getFirst(), word, replicas, cancellation));
            }
        }
        return all;
    }

    private static boolean isCalled(WorkloadKey key, String word) {
        return key.name().equals(word) || (key.namespace() + "/" + key.name()).equals(word);
    }
}
