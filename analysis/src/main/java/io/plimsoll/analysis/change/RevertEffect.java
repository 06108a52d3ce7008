package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.KnobChange;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.Workload;

/// What it would do to set the values that a commit changed back, as HEAD and the telemetry are now. Nothing is written.
///
/// @param values     values that can be set back: still as the commit left them, and there before it
/// @param others     values that somebody changed since, or that the commit added or removed
/// @param byWorkload by the workload's key; only those of which bill and telemetry tell it
/// @param unread     files of the commit that were not looked at, because it touches very many
public record RevertEffect(List<KnobChange> values, List<KnobChange> others, Map<String, SizeEffect> byWorkload,
        int unread) {
    /// One that touches more files moves a tree or formats it.
    static final int MOST_FILES = 200;

    public RevertEffect {
        values = List.copyOf(values);
        others = List.copyOf(others);
        byWorkload = Map.copyOf(byWorkload);
    }

    /// @param workloads of HEAD
    static RevertEffect of(GitRepository repository, String commitId, List<Workload> workloads, EffectSource effects,
            Cancellation cancellation) {
        CommitInfo commit = repository.describe(commitId);
        List<KnobChange> values = new ArrayList<>();
        List<KnobChange> others = new ArrayList<>();
        List<String> touched = commit.changes().stream().map(FileChange::path)
                .filter(path -> path.matches(".+\\.ya?ml")).toList();
        List<String> read = touched.subList(0, Math.min(MOST_FILES, touched.size()));
        for (String file : read) {
            cancellation.check();
            List<KnobChange> changes = KnobChange.of(repository, commit, file);
            List<Knob> now = changes.isEmpty() ? List.of() : knobs(repository, file);
            changes.forEach(each -> (canGoBack(each, now) ? values : others).add(each));
        }
        List<Knob> written = values.stream().map(RevertEffect::before).toList();
        Set<String> files = written.stream().map(Knob::file).collect(Collectors.toSet());
        Map<String, SizeEffect> byWorkload = new TreeMap<>();
        for (Workload workload : workloads) {
            DeclaredWorkload manifest = workload.manifest();
            if (manifest != null && manifest.places().stream().map(ManifestPlace::file).anyMatch(files::contains)) {
                effects.effect(workload, written, cancellation)
                        .ifPresent(effect -> byWorkload.put(workload.key().toString(), effect));
            }
        }
        return new RevertEffect(values, others, byWorkload, touched.size() - read.size());
    }

    private static List<Knob> knobs(GitRepository repository, String file) {
        Optional<byte[]> text = repository.text(repository.head().commitId(), file);
        try {
            return text.isPresent() ? Knobs.find(file, text.get()) : List.of();
        } catch (StepFailure e) {
            // What can't be read as YAML any more can't be set back either.
            return List.of();
        }
    }

    private static boolean canGoBack(KnobChange change, List<Knob> now) {
        return !change.before().isEmpty() && !change.after().isEmpty()
                && now.stream().anyMatch(each -> each.document() == change.knob().document()
                        && each.path().equals(change.knob().path()) && each.value().equals(change.after()));
    }

    private static Knob before(KnobChange change) {
        Knob knob = change.knob();
        return new Knob(knob.file(), knob.document(), knob.path(), knob.kind(), knob.namespace(), knob.name(),
                knob.container(), knob.field(), change.before(), knob.unit(), knob.editable(), knob.reason());
    }
}
