package io.plimsoll.analysis.repository;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.plumbing.BranchLock;
import io.plimsoll.analysis.repository.plumbing.BranchRules;
import io.plimsoll.analysis.repository.plumbing.Branches;
import io.plimsoll.analysis.repository.plumbing.CloneBuilding;
import io.plimsoll.analysis.repository.plumbing.CommitWriting;
import io.plimsoll.analysis.repository.plumbing.Committer;
import io.plimsoll.analysis.repository.plumbing.GitCall;
import io.plimsoll.analysis.repository.plumbing.HistoryWalk;
import io.plimsoll.analysis.repository.plumbing.MainLine;
import io.plimsoll.analysis.repository.plumbing.Opening;
import io.plimsoll.analysis.repository.plumbing.TreeReading;
import io.plimsoll.analysis.repository.plumbing.WorkTreeReading;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// A clone, opened for reading any commit and for adding commits to branches that are not checked out. Index, work tree and
/// HEAD are never written, and nothing that the clone's configuration names is started. Safe from any thread.
///
/// Every method may fail with MISSING_OBJECT, CORRUPT_OBJECT or GIT_IO beside the codes it names.
public final class GitRepository implements AutoCloseable {
    private final Repository repository;
    private final boolean ours;

    private GitRepository(Repository repository, boolean ours) {
        this.repository = repository;
        this.ours = ours;
    }

    /// @param folder the top of a work tree (also a linked one), or a bare repository
    /// @throws StepFailure NOT_A_REPOSITORY, GITDIR_ELSEWHERE, SHA256_REPOSITORY, REFTABLE_REPOSITORY, PARTIAL_CLONE, NO_COMMITS
    public static GitRepository open(Path folder) {
        return new GitRepository(Opening.open(folder), false);
    }

    /// A new clone in an empty or missing folder, to be filled by [#commitAll].
    ///
    /// @throws StepFailure FOLDER_NOT_EMPTY, BRANCH_NAME
    public static GitRepository create(Path folder, String branch) {
        return new GitRepository(Opening.create(folder, branch), true);
    }

    /// Adds commits to the branch of a clone made by [#create] and checks the last one out. The same script gives the same
    /// commit ids.
    ///
    /// @return the ids in the order of the script
    /// @throws IllegalStateException if the clone was opened, not created: its work tree belongs to the user
    public List<String> commitAll(List<DatedCommit> script) {
        if (!ours) {
            throw new IllegalStateException("Only a clone of our own making may be checked out");
        }
        return GitCall.run("build the clone", () -> new CloneBuilding(repository).commitAll(script));
    }

    /// @throws StepFailure NO_COMMITS
    public Head head() {
        return GitCall.run("read HEAD", () -> {
            String full = repository.getFullBranch();
            RevCommit commit = new TreeReading(repository).commit(Constants.HEAD);
            return new Head(full != null && full.startsWith(Constants.R_HEADS) ? Repository.shortenRefName(full) : null,
                    commit.name(), Instant.ofEpochSecond(commit.getCommitTime()));
        });
    }

    /// The top of the work tree; null for a bare repository.
    @Nullable
    public Path workTree() {
        return repository.isBare() ? null : repository.getWorkTree().toPath();
    }

    /// Some history is not in this clone (`git clone --depth`).
    public boolean isShallow() {
        return GitCall.run("read the shallow boundary",
                () -> !repository.getObjectDatabase().getShallowCommits().isEmpty());
    }

    /// Who commits here, from the clone's configuration or the user's `.gitconfig`.
    public Optional<Person> author() {
        return committer().person();
    }

    /// Signs commits with an SSH key, in this process: no program that a configuration names is started.
    ///
    /// @throws StepFailure SIGN_KEY_MISSING, SIGN_KEY_UNREADABLE, SIGN_PASSPHRASE_MISSING, SIGN_PASSPHRASE_WRONG, SIGN_AGENT
    public CommitSigner signer(SignWish wish) {
        return committer().signer(wish);
    }

    private Committer committer() {
        return new Committer(repository, Path.of(System.getProperty("user.home", "")));
    }

    /// Local and remote-tracking branches, by name.
    public List<Branch> branches() {
        return GitCall.run("list the branches", () -> Branches.of(repository));
    }

    /// The full id of a commit, given by id, shortened id, branch, tag or `HEAD`.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public String resolve(String revision) {
        return GitCall.run("find " + revision, () -> new TreeReading(repository).commit(revision).name());
    }

    /// All files of a commit whose path passes, in Git's order; symbolic links and submodules among them.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public List<TreeFile> files(String commitId, Predicate<String> wanted) {
        return GitCall.run("list the files", () -> new TreeReading(repository).files(commitId, wanted));
    }

    /// What stands at a path; empty for nothing or a folder.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public Optional<TreeFile> fileAt(String commitId, String path) {
        return GitCall.run("find " + path, () -> new TreeReading(repository).file(commitId, path));
    }

    /// The bytes of a file as they are stored.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT, NO_FILE, FOLDER, SYMLINK, SUBMODULE, LFS, TOO_LARGE (above 1 MiB)
    public byte[] read(String commitId, String path) {
        return GitCall.run("read " + path, () -> new TreeReading(repository).read(commitId, path));
    }

    /// The bytes of a file, empty for nothing and for what [#visit] passes over: unlike [#read] it fails only where the clone is damaged.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT, MISSING_OBJECT, CORRUPT_OBJECT
    public Optional<byte[]> text(String commitId, String path) {
        return GitCall.run("read " + path, () -> new TreeReading(repository).text(commitId, path));
    }

    /// Reads many files of a commit at once, in Git's order; symbolic links, submodules, LFS pointers and files above 1 MiB are
    /// passed over. The visitor is called on this thread.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public void visit(String commitId, Predicate<String> wanted, BiConsumer<String, byte[]> visitor,
            Cancellation cancellation) {
        GitCall.run("read the files", () -> {
            new TreeReading(repository).visit(commitId, wanted, visitor, cancellation);
            return true;
        });
    }

    /// What a function makes of each file of a commit, in Git's order, without reading files that it was asked about before. As with
    /// `visit`, what is no file of text or above 1 MiB is passed over.
    ///
    /// @param memo of this function alone
    /// @throws StepFailure UNKNOWN_COMMIT
    public <T> List<T> derive(String commitId, Predicate<String> wanted, BlobMemo<T> memo,
            BiFunction<String, byte[], T> function, Cancellation cancellation) {
        return GitCall.run("read the files",
                () -> {
                    TreeReading reading = new TreeReading(repository);
                    return reading.derive(reading.files(commitId, wanted), memo, function, cancellation);
                });
    }

    /// The same for some files, looked up without walking through all the others; those that the commit does not have are absent.
    ///
    /// @param paths at least one
    public <T> List<T> derive(String commitId, Collection<String> paths, BlobMemo<T> memo,
            BiFunction<String, byte[], T> function, Cancellation cancellation) {
        return GitCall.run("read the files", () -> {
            TreeReading reading = new TreeReading(repository);
            return reading.derive(reading.files(commitId, paths), memo, function, cancellation);
        });
    }

    /// Commits, newest first.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public List<CommitInfo> history(HistoryQuery query, Cancellation cancellation) {
        return GitCall.run("read the history", () -> new HistoryWalk(repository).list(query, cancellation));
    }

    /// The first parents of HEAD, newest first, with the times at which they came to the branch: a merge stands for all that it
    /// brought. Fast: no commit is looked into.
    ///
    /// @throws StepFailure NO_COMMITS
    public List<Landing> landings(Cancellation cancellation) {
        return GitCall.run("read the history", () -> new MainLine(repository).landings(cancellation));
    }

    /// One commit with all that it changed.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public CommitInfo describe(String commitId) {
        return GitCall.run("read commit " + commitId, () -> new HistoryWalk(repository).describe(commitId));
    }

    /// Those of some commits that carry a signature. Whether it is good is not looked at.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public Set<String> signed(Collection<String> commitIds) {
        return GitCall.run("look for signatures", () -> new HistoryWalk(repository).signed(commitIds));
    }

    /// The work tree's text of a file if the user edited it since HEAD. Empty if it is the same, differs by line endings only,
    /// is missing (deleted, or not part of a sparse check-out) or is no regular file.
    ///
    /// @throws StepFailure PATH_NAME, TOO_LARGE
    public Optional<byte[]> uncommitted(String path) {
        Path workTree = workTree();
        return workTree == null
                ? Optional.empty()
                : GitCall.run("read " + path,
                        () -> WorkTreeReading.read(workTree, path).filter(text -> edited(path, text)));
    }

    private boolean edited(String path, byte[] text) {
        return fileAt(Constants.HEAD, path).filter(file -> file.kind().isFile())
                .map(file -> !WorkTreeReading.sameText(read(Constants.HEAD, path), text)).orElse(true);
    }

    /// Adds a commit; either all of it is in the clone afterwards or the branch is as it was.
    ///
    /// @return id of the last new commit
    /// @throws StepFailure AUTHOR, BRANCH_NAME, BRANCH_EXISTS, BRANCH_MOVED, BRANCH_CHECKED_OUT, BRANCH_LOCKED, SYMBOLIC_BRANCH,
    ///                     LINKED_STORE (a part of the store is a symbolic link), PATH_NAME, SYMLINK, SUBMODULE, LFS, FOLDER, NOTHING_CHANGED, UNKNOWN_COMMIT
    public String commit(CommitRequest request) {
        return commitSteps(request).getLast();
    }

    /// The same for all steps of a request.
    ///
    /// @return ids in the order of the steps
    public List<String> commitSteps(CommitRequest request) {
        return GitCall.run("commit to " + request.branch(), () -> new CommitWriting(repository).commit(request));
    }

    /// Takes away the lock of a branch that an announced commit of ours left when the program died: one that names such a commit, or an
    /// empty one that is older than a minute. All others stay, and the next commit to the branch says so.
    ///
    /// @param ours tells a commit that was announced and never entered
    public void releaseLock(String branch, Predicate<CommitInfo> ours) {
        GitCall.run("look for a lock of " + branch, () -> new BranchLock(repository, branch).release(ours));
    }

    /// Where a branch points; empty if there is no such local branch.
    public Optional<String> tip(String branch) {
        return GitCall.run("read branch " + branch, () -> Branches.tip(repository, branch));
    }

    /// The local branches from whose tip a commit can be reached, by name.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public List<String> branchesContaining(String commitId) {
        return branches().stream().filter(branch -> !branch.remote())
                .filter(branch -> contains(branch.commitId(), commitId)).map(Branch::name).toList();
    }

    /// Whether a commit is another one or comes after it.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public boolean contains(String tip, String commitId) {
        return GitCall.run("walk the history", () -> new HistoryWalk(repository).contains(tip, commitId));
    }

    /// The way of commits out of this clone, and of others into it.
    public Dispatch dispatch() {
        return new Dispatch(repository);
    }

    /// Branches that are checked out in this work tree or one linked to it; no commit can be added to them from here.
    public Set<String> checkedOut() {
        return GitCall.run("read the work trees", () -> BranchRules.checkedOut(repository));
    }

    @Override
    public void close() {
        repository.close();
    }
}
