package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.change.propose.ReplicaIntents;
import io.plimsoll.analysis.change.propose.TagIntents;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.BlastRadius;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.FieldOwners;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// The workloads that a change set touches, found again by their names in it. Safe from any thread.
final class TouchedWorkloads {
    private final Workloads workloads;
    private final ObservedSource source;
    private final EffectSource effects;

    TouchedWorkloads(Workloads workloads, ObservedSource source, EffectSource effects) {
        this.workloads = workloads;
        this.source = source;
        this.effects = effects;
    }

    private static ManifestIndex index(GitRepository repository, String commitId, Cancellation cancellation) {
        return ManifestIndex.read(repository, commitId, cancellation);
    }

    /// All workloads at a commit.
    WorkloadMap map(GitRepository repository, String commitId, Cancellation cancellation) {
        return workloads.map(index(repository, commitId, cancellation), cancellation);
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
            List<DeclaredWorkload> called = called(index, word);
            if (called.size() == 1) {
                found.put(word, called.getFirst());
            }
        });
        return found;
    }

    private static List<DeclaredWorkload> called(ManifestIndex index, String word) {
        return index.workloads().stream()
                .filter(each -> each.name().equals(word) || (each.namespace() + "/" + each.name()).equals(word))
                .toList();
    }

    private static String own(ManifestIndex index, String word) {
        List<DeclaredWorkload> called = called(index, word);
        return called.size() == 1 ? index.owners().rootOf(called.getFirst()).orElse("") : "";
    }

    /// What was observed of each workload of the ticked intents, at the number of replicas that they lead to. A workload that can't
    /// be found again has none; the guards then say so.
    ///
    /// @param map at the set's commit
    List<Observed> observed(WorkloadMap map, ChangeSet set, Cancellation cancellation) {
        List<Observed> all = new ArrayList<>();
        found(map, set.ticked(), cancellation).forEach((word, workload) -> all.addAll(
                source.observed(workload, word, ReplicaIntents.after(workload, set.ticked()), cancellation)));
        return all;
    }

    /// What the edits of a preview do, each alone and those of a workload together.
    Effects effects(GitRepository repository, Preview preview, Cancellation cancellation) {
        List<EditPreview> edits = preview.edits();
        List<Effects.Edit> alone = new ArrayList<>();
        Map<String, SizeEffect> together = new TreeMap<>();
        found(map(repository, preview.baseCommit(), cancellation), edits.stream().map(EditPreview::intent).toList(),
                cancellation)
                .forEach((word, workload) -> {
                    List<Knob> written = new ArrayList<>();
                    edits.stream().filter(edit -> edit.intent().workload().equals(word)).forEach(edit -> {
                        Knob knob = edit.newKnob();
                        if (knob != null) {
                            written.add(knob);
                            effects.effect(workload, List.of(knob), cancellation)
                                    .ifPresent(effect -> alone.add(new Effects.Edit(edit.intent(), effect)));
                        }
                    });
                    effects.effect(workload, written, cancellation).ifPresent(effect -> together.put(word, effect));
                });
        return new Effects(alone, together);
    }

    /// What it would do to set a commit's values back at HEAD.
    RevertEffect revertEffect(GitRepository repository, String commitId, Cancellation cancellation) {
        ManifestIndex head = index(repository, repository.head().commitId(), cancellation);
        return RevertEffect.of(repository, commitId, workloads.owners(head, cancellation).workloads(), effects,
                cancellation);
    }

    /// The same preview, each edit with who takes its value from there.
    ///
    /// @param map at the preview's commit
    Preview owned(GitRepository repository, WorkloadMap map, Preview preview, Cancellation cancellation) {
        if (preview.files().isEmpty()) {
            return preview;
        }
        ManifestIndex index = index(repository, preview.baseCommit(), cancellation);
        Trace trace = index.owners().trace(cancellation);
        List<FilePreview> files = preview.files().stream().map(file -> file.with(file.edits().stream()
                .map(edit -> edit.with(reaching(EditOwner.of(trace, edit.intent()), map, edit.intent())
                        .of(own(index, edit.intent().workload()))))
                .toList())).toList();
        return new Preview(preview.baseCommit(), files, preview.guards(), preview.observed());
    }

    /// What the one root of an overlay costs is not told where its workload stands for several roots.
    private static EditOwner reaching(EditOwner owner, WorkloadMap map, Intent intent) {
        Intent.Overlay overlay = intent.overlay();
        return !owner.known()
                ? owner
                : overlay == null
                        ? owner.reaching(BlastRadius.of(map, EditOwner.place(intent)))
                        : BlastRadius.of(map, EditOwner.place(overlay.base()), overlay.root()).map(owner::reaching)
                                .orElse(owner);
    }

    /// The owners of a commit's values.
    FieldOwners owners(GitRepository repository, String commitId, Cancellation cancellation) {
        return index(repository, commitId, cancellation).owners();
    }

    /// What the deployers render otherwise.
    List<RenderedChange> rendered(GitRepository repository, Preview preview, Cancellation cancellation) {
        FieldOwners owners = index(repository, preview.baseCommit(), cancellation).owners();
        Map<String, byte[]> changed = preview.files().stream()
                .collect(Collectors.toMap(FilePreview::file, FilePreview::after));
        return RenderedChange.between(owners.trace(cancellation), owners.trace(changed, cancellation));
    }

    /// By their words; those with no or several manifests are left out.
    private static Map<String, Workload> found(WorkloadMap map, List<Intent> intents, Cancellation cancellation) {
        Map<String, Workload> found = new LinkedHashMap<>();
        List<String> words = intents.stream().map(Intent::workload).filter(word -> !word.isEmpty()).distinct().toList();
        for (String word : words) {
            cancellation.check();
            List<Workload> called = map.workloads().stream()
                    .filter(each -> each.hasManifest() && isCalled(each.key(), word)).toList();
            if (called.size() == 1) {
                found.put(word, called.getFirst());
            }
        }
        return found;
    }

    private static boolean isCalled(WorkloadKey key, String word) {
        return key.name().equals(word) || (key.namespace() + "/" + key.name()).equals(word);
    }
}
