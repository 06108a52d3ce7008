package io.plimsoll.analysis.change.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Divides a preview into one for each workload, each on what the ones before leave. Together they lead to the very bytes of the whole.
public final class Splitting {
    private final GitRepository repository;

    public Splitting(GitRepository repository) {
        this.repository = repository;
    }

    /// @param intents of the whole
    /// @return by workload, in the order of their first intents; the guards are those of the whole
    /// @throws StepFailure SPLIT_DIFFERS, and what editing refuses
    public Map<String, Preview> byWorkload(Preview whole, List<Intent> intents, Cancellation cancellation) {
        Map<String, byte[]> contents = new HashMap<>();
        whole.files().forEach(file -> contents.put(file.file(), file.before()));
        Map<String, List<Intent>> groups = new LinkedHashMap<>();
        intents.forEach(intent -> groups.computeIfAbsent(intent.workload(), word -> new ArrayList<>()).add(intent));
        Map<String, Preview> steps = new LinkedHashMap<>();
        groups.forEach((workload, wanted) -> {
            List<FilePreview> files = new Previewing(repository).files(contents::get, wanted, cancellation);
            files.forEach(file -> contents.put(file.file(), file.after()));
            steps.put(workload, new Preview(whole.baseCommit(), files, whole.guards(), whole.observed()));
        });
        for (FilePreview file : whole.files()) {
            if (!Arrays.equals(file.after(), contents.get(file.file()))) {
                throw StepFailure.refused("SPLIT_DIFFERS",
                        file.file() + " would look another way if its workloads were changed one after the other.",
                        "Commit all of it as one.");
            }
        }
        return steps;
    }
}
