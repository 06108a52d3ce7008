package io.plimsoll.analysis.change.guard;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.Changes;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A clone made of a few texts, and what a rule says of an edit of it.
record GuardClone(Path folder) {
    /// @param files path and text in turn
    static GuardClone of(Path folder, String... files) {
        Map<String, String> tree = new LinkedHashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            tree.put(files[i], files[i + 1]);
        }
        Clones.build(folder, tree);
        return new GuardClone(folder);
    }

    static Intent edit(String file, int document, String path, String before, String after) {
        return new Intent(file, document, path, before, after, "web");
    }

    List<GuardResult> of(String rule, Intent... intents) {
        return of(rule, List.of(), intents);
    }

    List<GuardResult> of(String rule, List<Observed> seen, Intent... intents) {
        try (GitRepository repository = GitRepository.open(folder)) {
            ChangeSet set = ChangeSet.on("HEAD");
            for (Intent intent : intents) {
                set = set.withIntent(intent);
            }
            return new Changes(repository, Clock.systemUTC())
                    .preview(set, seen, Progress.NONE, Cancellation.never()).guards().stream()
                    .filter(result -> result.rule().equals(rule)).toList();
        }
    }
}
