package io.plimsoll.analysis.workload;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.source.DeclaredWorkloads;

/// All workloads that a clone declares at one commit. Immutable; make it once a commit and keep it.
///
/// @param workloads in the order of files
/// @param problems  files that can't be read, and settings that have no effect, in words
public record ManifestIndex(List<DeclaredWorkload> workloads, List<String> problems) {
    private static final AtomicReference<@Nullable Indexed> LAST = new AtomicReference<>();

    public ManifestIndex {
        workloads = List.copyOf(workloads);
        problems = List.copyOf(problems);
    }

    /// For a workspace without a clone.
    public static ManifestIndex empty() {
        return new ManifestIndex(List.of(), List.of());
    }

    /// @param files path from the top of the clone, with `/`, to its bytes; what is no manifest is passed over
    public static ManifestIndex of(Map<String, byte[]> files, Cancellation cancellation) {
        DeclaredWorkloads found = new DeclaredWorkloads(files, cancellation);
        List<DeclaredWorkload> workloads = found.all();
        return new ManifestIndex(workloads, found.problems());
    }

    /// Reads the commit's files, not the work tree's. Asked again about the same commit it answers from memory.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_COMMIT
    public static ManifestIndex read(GitRepository clone, String commitId, Cancellation cancellation) {
        String full = clone.resolve(commitId);
        Indexed known = LAST.get();
        if (known == null || !known.commitId.equals(full)) {
            DeclaredWorkloads found = DeclaredWorkloads.read(clone, full, cancellation);
            List<DeclaredWorkload> workloads = found.all();
            known = new Indexed(full, new ManifestIndex(workloads, found.problems()));
            LAST.set(known);
        }
        return known.index;
    }

    private record Indexed(String commitId, ManifestIndex index) {}
}
