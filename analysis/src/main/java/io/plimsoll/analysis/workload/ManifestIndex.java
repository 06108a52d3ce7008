package io.plimsoll.analysis.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.source.DeclaredWorkloads;

/// All workloads that a clone declares at one commit. Immutable; make it once a commit and keep it.
///
/// @param workloads in the order of files
/// @param problems  files that can't be read, and settings that have no effect, in words
/// @param owners    where their fields are written
public record ManifestIndex(List<DeclaredWorkload> workloads, List<String> problems, FieldOwners owners) {
    private static final Pattern READ = Pattern.compile(".*(\\.(ya?ml|tpl|json|env|properties)|Kustomization)");

    public ManifestIndex {
        workloads = List.copyOf(workloads);
        problems = List.copyOf(problems);
    }

    /// For a workspace without a clone.
    public static ManifestIndex empty() {
        return new ManifestIndex(List.of(), List.of(), FieldOwners.none());
    }

    /// @param files path from the top of the clone, with `/`, to its bytes; what is no manifest is passed over
    public static ManifestIndex of(Map<String, byte[]> files, Cancellation cancellation) {
        DeclaredWorkloads found = new DeclaredWorkloads(files, cancellation);
        FieldOwners owners = new FieldOwners(files);
        List<DeclaredWorkload> workloads = found.all().stream().map(each -> each.with(owners)).toList();
        return new ManifestIndex(workloads, found.problems(), owners);
    }

    /// Reads the commit's files, not the work tree's.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_COMMIT
    public static ManifestIndex read(GitRepository clone, String commitId, Cancellation cancellation) {
        return of(files(clone, commitId, cancellation), cancellation);
    }

    /// All that `of` needs of a commit: the manifests, and the bare names of other files.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_COMMIT
    public static Map<String, byte[]> files(GitRepository clone, String commitId, Cancellation cancellation) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        clone.visit(commitId, path -> {
            // A kustomization that generates from another file still builds if only the name is known.
            files.put(path, new byte[0]);
            return READ.matcher(path).matches();
        }, files::put, cancellation);
        return files;
    }
}
