package io.plimsoll.analysis.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.TreeFile;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.source.DeclaredWorkloads;
import io.plimsoll.analysis.workload.source.ManifestDocs;

/// All workloads that a clone declares at one commit. Immutable; make it once a commit and keep it.
///
/// @param workloads in the order of files
/// @param problems  files that can't be read, and settings that have no effect, in words
/// @param owners    where their fields are written
public record ManifestIndex(List<DeclaredWorkload> workloads, List<String> problems, FieldOwners owners) {
    private static final Pattern READ = Pattern.compile(".*(\\.(ya?ml|tpl|json|env|properties)|Kustomization)");
    private static final byte[] NOTHING = {};
    private static final AtomicReference<@Nullable Indexed> LAST = new AtomicReference<>();

    public ManifestIndex {
        workloads = List.copyOf(workloads);
        problems = List.copyOf(problems);
    }

    /// For a workspace without a clone.
    public static ManifestIndex empty() {
        return new ManifestIndex(List.of(), List.of(), FieldOwners.none());
    }

    /// As HEAD of the workspace's clone declares them; empty without a clone, and where it is gone.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure what `GitRepository.open` refuses
    public static ManifestIndex ofHead(WorkspaceClone clone, Cancellation cancellation) {
        GitRepository repository = clone.openIfThere().orElse(null);
        try (repository) {
            return repository == null ? empty() : read(repository, repository.head().commitId(), cancellation);
        }
    }

    /// @param files path from the top of the clone, with `/`, to its bytes; what is no manifest is passed over
    public static ManifestIndex of(Map<String, byte[]> files, Cancellation cancellation) {
        return of(new DeclaredWorkloads(files, cancellation), new FieldOwners(files, List.of()));
    }

    private static ManifestIndex of(DeclaredWorkloads found, FieldOwners owners) {
        List<DeclaredWorkload> workloads = found.all().stream().map(each -> each.with(owners)).toList();
        return new ManifestIndex(workloads, found.problems(), owners);
    }

    /// Reads the commit's files, not the work tree's. Asked again about the same commit it answers from memory.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_COMMIT
    public static ManifestIndex read(GitRepository clone, String commitId, Cancellation cancellation) {
        String full = clone.resolve(commitId);
        List<String> own = clone.dispatch().addresses();
        Indexed known = LAST.get();
        if (known != null && known.isOf(full, own)) {
            return known.index;
        }
        List<TreeFile> listed = clone.files(full, path -> true);
        Map<String, byte[]> files = new HashMap<>();
        clone.visit(full, path -> READ.matcher(path).matches(), files::put, cancellation);
        return of(full, own, new DeclaredWorkloads(ManifestDocs.of(listed, files, cancellation)),
                withNames(listed, files));
    }

    /// Of a commit that was read anyway; kept as `read` does.
    ///
    /// @param own   addresses of the clone's remotes
    /// @param files as `withNames` makes them
    static ManifestIndex of(String commitId, List<String> own, DeclaredWorkloads found, Map<String, byte[]> files) {
        Indexed known = LAST.get();
        if (known == null || !known.isOf(commitId, own)) {
            known = new Indexed(commitId, own, of(found, new FieldOwners(files, own)));
            LAST.set(known);
        }
        return known.index;
    }

    /// A kustomization that generates from another file still builds if only the name is known.
    static Map<String, byte[]> withNames(List<TreeFile> listed, Map<String, byte[]> read) {
        Map<String, byte[]> files = new HashMap<>();
        listed.forEach(file -> files.put(file.path(), READ.matcher(file.path()).matches()
                ? read.getOrDefault(file.path(), NOTHING)
                : NOTHING));
        return files;
    }

    private record Indexed(String commitId, List<String> own, ManifestIndex index) {
        boolean isOf(String commit, List<String> addresses) {
            return commitId.equals(commit) && own.equals(addresses);
        }
    }
}
