package io.plimsoll.analysis.change.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.message.PathTrailer;
import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.EditedManifest;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.TreeFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Leads the values of a commit back. A file that nobody changed since gets its former bytes; in any other the values are set
/// back one by one, and refused where they are no longer what the commit made them.
public final class Undoing {
    private static final Pattern SCOPE = Pattern.compile("finops\\(([^)]*)\\):.*");
    private final GitRepository repository;

    public Undoing(GitRepository repository) {
        this.repository = repository;
    }

    /// Where an undo goes.
    ///
    /// @param base      id of the commit that it is made on
    /// @param newBranch the branch is to be created
    public record Place(String branch, String base, boolean newBranch) {}

    /// @param branch null to choose
    /// @throws StepFailure UNDO_BRANCH
    public Place place(CommitInfo commit, @Nullable String branch) {
        requireOurs(commit);
        List<String> holding = repository.branchesContaining(commit.id());
        List<String> open = holding.stream().filter(name -> !repository.checkedOut().contains(name)).toList();
        Optional<String> tip = branch == null ? Optional.empty() : repository.tip(branch);
        if (branch != null && tip.isPresent()) {
            if (!open.contains(branch)) {
                throw wrongBranch(commit, holding.contains(branch)
                        ? "Branch " + branch + " is checked out"
                        : "Branch " + branch + " does not hold it");
            }
            return new Place(branch, tip.get(), false);
        }
        if (branch == null && open.size() == 1) {
            return new Place(open.getFirst(), tipOf(open.getFirst()), false);
        }
        String head = repository.head().commitId();
        if (repository.contains(head, commit.id()) && (branch != null || open.isEmpty())) {
            return new Place(branch != null ? branch : "finops/undo-" + commit.id().substring(0, 7), head, true);
        }
        if (branch != null && open.size() == 1) {
            return new Place(branch, tipOf(open.getFirst()), true);
        }
        throw wrongBranch(commit, open.size() > 1
                ? "Several branches hold it: " + String.join(", ", open)
                : "No local branch holds it");
    }

    private String tipOf(String branch) {
        return repository.tip(branch).orElseThrow(() -> StepFailure.refused("BRANCH_MOVED",
                "Branch " + branch + " was deleted meanwhile.", "Try again."));
    }

    private static StepFailure wrongBranch(CommitInfo commit, String reason) {
        return StepFailure.refused("UNDO_BRANCH", "Commit " + commit.id().substring(0, 7) + " can't be undone there: "
                + reason + ".", "Name a branch that holds the commit and is not checked out, or a new one.");
    }

    /// @throws StepFailure NOT_OURS, TRAILER, STALE_OLD_VALUE, and what reading and editing refuse
    public List<FilePreview> files(CommitInfo commit, String base, Cancellation cancellation) {
        List<FilePreview> files = new ArrayList<>();
        changes(commit).forEach((file, changes) -> {
            cancellation.check();
            byte[] before = repository.read(base, file);
            byte[] after = former(commit, base, file).orElseGet(() -> setBack(commit, file, before, changes));
            List<Intent> inverse = changes.reversed().stream().map(PathTrailer.Change::inverse).toList();
            files.add(new Previewing(repository).restored(file, before, after, inverse));
        });
        return files;
    }

    /// Values first, then the keys that the commit added, the last one first.
    private byte[] setBack(CommitInfo commit, String file, byte[] content, List<PathTrailer.Change> changes) {
        List<Edit> edits = new ArrayList<>();
        for (PathTrailer.Change change : changes.reversed()) {
            if (change.before() != null) {
                edits.add(new Edit(change.document(), ManifestPath.parse(change.path()), change.after(),
                        change.before()));
                if (change.after() == null && ManifestEditor.value(file, content, change.document(),
                        ManifestPath.parse(change.path())) != null) {
                    throw StepFailure.refused("STALE_OLD_VALUE",
                            file + ": " + change.path() + " has a value again; the commit had taken it out.",
                            "Look at the present value and change it by hand.");
                }
            }
        }
        byte[] result = ManifestEditor.apply(file, content, edits).content();
        byte[] parent = repository.read(commit.parents().getFirst(), file);
        for (ManifestPath item : items(file, parent, changes)) {
            result = ManifestEditor.withdrawItem(file, result, changes.getFirst().document(), item,
                    repository.read(commit.id(), file));
        }
        for (AppliedEdit added : added(file, parent, changes).reversed()) {
            ManifestPath top = added.added() == null ? added.edit().path() : added.added();
            result = ManifestEditor.withdraw(file, result, added.edit().document(), top, added.after());
        }
        return result;
    }

    /// The insertions of the commit, made again on its parent one by one: only so is it known which keys above each value came
    /// with it.
    private static List<AppliedEdit> added(String file, byte[] parent, List<PathTrailer.Change> changes) {
        byte[] content = parent;
        List<AppliedEdit> added = new ArrayList<>();
        for (PathTrailer.Change change : changes) {
            if (change.before() == null && change.after() != null && item(file, parent, change).isEmpty()) {
                EditedManifest step = ManifestEditor.apply(file, content, List.of(
                        new Edit(change.document(), ManifestPath.parse(change.path()), null, change.after())));
                content = step.content();
                added.addAll(step.edits());
            }
        }
        return added;
    }

    /// List items that the commit added, the last one first.
    private static List<ManifestPath> items(String file, byte[] parent, List<PathTrailer.Change> changes) {
        return changes.stream().filter(change -> change.before() == null)
                .flatMap(change -> item(file, parent, change).stream()).distinct().toList().reversed();
    }

    /// The first item on the way to an added value that the parent does not have.
    private static Optional<ManifestPath> item(String file, byte[] parent, PathTrailer.Change change) {
        List<ManifestPath.Step> steps = ManifestPath.parse(change.path()).steps();
        for (int i = 0; i < steps.size(); i++) {
            ManifestPath upTo = new ManifestPath(steps.subList(0, i + 1));
            if (steps.get(i) instanceof ManifestPath.Index
                    && !ManifestEditor.exists(file, parent, change.document(), upTo)) {
                return Optional.of(upTo);
            }
        }
        return Optional.empty();
    }

    private static List<String> requireOurs(CommitInfo commit) {
        List<String> trailers = commit.trailer(PathTrailer.KEY);
        if (trailers.isEmpty() || commit.parents().size() != 1) {
            throw StepFailure.badInput("NOT_OURS",
                    "Commit " + commit.id().substring(0, 7) + " has no " + PathTrailer.KEY + " trailers.",
                    "Undo it with `git revert`.");
        }
        return trailers;
    }

    private static Map<String, List<PathTrailer.Change>> changes(CommitInfo commit) {
        List<String> trailers = requireOurs(commit);
        Matcher scope = SCOPE.matcher(commit.subject());
        String workload = scope.matches() && !scope.group(1).contains(", ") ? scope.group(1) : "";
        Map<String, List<PathTrailer.Change>> byFile = new LinkedHashMap<>();
        for (String trailer : trailers) {
            PathTrailer.Change change = PathTrailer.read(trailer, workload);
            byFile.computeIfAbsent(change.file(), file -> new ArrayList<>()).add(change);
        }
        return byFile;
    }

    private Optional<byte[]> former(CommitInfo commit, String base, String file) {
        Optional<TreeFile> made = repository.fileAt(commit.id(), file);
        String parent = commit.parents().getFirst();
        boolean untouched = made.isPresent() && made.equals(repository.fileAt(base, file))
                && repository.fileAt(parent, file).isPresent();
        return untouched ? Optional.of(repository.read(parent, file)) : Optional.empty();
    }
}
