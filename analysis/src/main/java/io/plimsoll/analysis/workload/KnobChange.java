package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.StepFailure;

/// A value that costs money and that a commit changed.
///
/// @param knob   as it is afterwards; as it was before where it went away
/// @param before as the author wrote it, empty if it was absent
/// @param after  as the author wrote it, empty if it was removed
public record KnobChange(Knob knob, String before, String after) {
    /// What a commit changed in one file against its first parent, in the order of the file. None where the file can't be read as YAML.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT, MISSING_OBJECT, CORRUPT_OBJECT
    public static List<KnobChange> of(GitRepository repository, CommitInfo commit, String path) {
        Map<String, Knob> before = commit.parents().isEmpty()
                ? Map.of()
                : knobs(repository, commit.parents().getFirst(), path);
        Map<String, Knob> after = knobs(repository, commit.id(), path);
        Set<String> places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        List<KnobChange> changes = new ArrayList<>();
        for (String place : places) {
            Knob old = before.get(place);
            Knob now = after.get(place);
            Knob named = now == null ? old : now;
            String oldValue = old == null ? "" : old.value();
            String newValue = now == null ? "" : now.value();
            if (named != null && !oldValue.equals(newValue)) {
                changes.add(new KnobChange(named, oldValue, newValue));
            }
        }
        return changes;
    }

    private static Map<String, Knob> knobs(GitRepository repository, String commit, String path) {
        Map<String, Knob> knobs = new LinkedHashMap<>();
        Optional<byte[]> text = repository.text(commit, path);
        try {
            text.ifPresent(bytes -> Knobs.find(path, bytes)
                    .forEach(knob -> knobs.put(knob.document() + " " + knob.path(), knob)));
        } catch (StepFailure e) {
            // A file that can't be read as YAML changed all the same.
            return Map.of();
        }
        return knobs;
    }
}
