package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.BlobMemo;
import io.plimsoll.analysis.repository.TreeFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Files of a commit, raw as they are stored: no line ending conversion, no filter.
public final class TreeReading {
    private static final Pattern SHORTENED = Pattern.compile("[0-9a-fA-F]{4,39}");
    /// As no file's name is longer, no branch's is.
    private static final int LONGEST = 255;

    private final Repository repository;

    public TreeReading(Repository repository) {
        this.repository = repository;
    }

    /// @param revision commit id, also shortened, branch, tag or `HEAD`. What can be both an id and a name is the id: else a clone could
    ///                 have another commit answer for one by calling a branch like it.
    /// @throws StepFailure UNKNOWN_COMMIT, AMBIGUOUS_COMMIT
    public RevCommit commit(String revision) throws IOException {
        if (revision.length() > LONGEST) {
            throw unknown(revision.substring(0, LONGEST) + "…");
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit shortened = SHORTENED.matcher(revision).matches() ? byPrefix(walk, revision) : null;
            if (shortened != null) {
                return shortened;
            }
            ObjectId id = repository.resolve(revision + "^{commit}");
            if (id == null) {
                throw unknown(revision);
            }
            return walk.parseCommit(id);
        } catch (RevisionSyntaxException | AmbiguousObjectException | MissingObjectException
                | IncorrectObjectTypeException e) {
            throw unknown(revision);
        }
    }

    private static @Nullable RevCommit byPrefix(RevWalk walk, String prefix) throws IOException {
        RevCommit found = null;
        for (ObjectId id : walk.getObjectReader().resolve(AbbreviatedObjectId.fromString(prefix))) {
            if (walk.parseAny(id) instanceof RevCommit commit) {
                if (found != null) {
                    throw StepFailure.wrongUsage("AMBIGUOUS_COMMIT", "Several commits begin with " + prefix + ".",
                            "Give more digits of the id.");
                }
                found = commit;
            }
        }
        return found;
    }

    private static StepFailure unknown(String revision) {
        return StepFailure.badInput("UNKNOWN_COMMIT", "The clone has no commit " + revision + ".",
                "Check the id; run `git fetch` if it is on the server only, `git fsck` if it was there before.");
    }

    public List<TreeFile> files(String revision, Predicate<String> wanted) throws IOException {
        return files(revision, TreeFilter.ALL, wanted);
    }

    /// Those of some files that a commit has, looked up without walking through all the others.
    ///
    /// @param paths at least one
    public List<TreeFile> files(String revision, Collection<String> paths) throws IOException {
        return files(revision, PathFilterGroup.createFromStrings(paths), Set.copyOf(paths)::contains);
    }

    private List<TreeFile> files(String revision, TreeFilter filter, Predicate<String> wanted) throws IOException {
        List<TreeFile> files = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commit(revision).getTree());
            walk.setRecursive(true);
            walk.setFilter(filter);
            while (walk.next()) {
                if (wanted.test(walk.getPathString())) {
                    files.add(entry(walk));
                }
            }
        }
        return files;
    }

    public Optional<TreeFile> file(String revision, String path) throws IOException {
        try (TreeWalk walk = find(revision, path)) {
            return walk == null || walk.isSubtree() ? Optional.empty() : Optional.of(entry(walk));
        }
    }

    @Nullable
    private TreeWalk find(String revision, String path) throws IOException {
        RevCommit commit = commit(revision);
        boolean sane = !path.isEmpty() && !path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
        return sane ? TreeWalk.forPath(repository, path, commit.getTree()) : null;
    }

    private static TreeFile entry(TreeWalk walk) {
        return new TreeFile(walk.getPathString(), walk.getObjectId(0).name(), BlobRules.kind(walk.getRawMode(0)));
    }

    /// @throws StepFailure NO_FILE, FOLDER, SYMLINK, SUBMODULE, LFS, TOO_LARGE
    public byte[] read(String revision, String path) throws IOException {
        try (TreeWalk walk = find(revision, path)) {
            if (walk == null) {
                throw BlobRules.noFile(path);
            }
            BlobRules.checkMode(path, walk.getRawMode(0));
            try (ObjectReader reader = repository.newObjectReader()) {
                byte[] content = blob(reader, path, walk.getObjectId(0));
                BlobRules.checkContent(path, content);
                return content;
            }
        }
    }

    /// Empty for nothing and for what `visit` passes over.
    public Optional<byte[]> text(String revision, String path) throws IOException {
        try (TreeWalk walk = find(revision, path); ObjectReader reader = repository.newObjectReader()) {
            if (walk == null || walk.isSubtree() || !BlobRules.kind(walk.getRawMode(0)).isFile()) {
                return Optional.empty();
            }
            ObjectLoader loader = reader.open(walk.getObjectId(0), Constants.OBJ_BLOB);
            return loader.getSize() > BlobRules.LARGEST
                    ? Optional.empty()
                    : Optional.of(loader.getBytes()).filter(content -> !BlobRules.isPointer(content));
        }
    }

    /// Visits what can be read, in Git's order; links, submodules, LFS pointers and large files are passed over.
    public void visit(String revision, Predicate<String> wanted, BiConsumer<String, byte[]> visitor,
            Cancellation cancellation) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository); ObjectReader reader = repository.newObjectReader()) {
            walk.addTree(commit(revision).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                cancellation.check();
                String path = walk.getPathString();
                if (wanted.test(path) && BlobRules.kind(walk.getRawMode(0)).isFile()) {
                    ObjectLoader loader = reader.open(walk.getObjectId(0), Constants.OBJ_BLOB);
                    byte[] content = loader.getSize() > BlobRules.LARGEST ? new byte[0] : loader.getBytes();
                    if (loader.getSize() <= BlobRules.LARGEST && !BlobRules.isPointer(content)) {
                        visitor.accept(path, content);
                    }
                }
            }
        }
    }

    /// What a function makes of each file, asked only about those that the memo has no answer for. Passes over what `visit` does.
    public <T> List<T> derive(List<TreeFile> files, BlobMemo<T> memo, BiFunction<String, byte[], T> function,
            Cancellation cancellation) throws IOException {
        List<T> answers = new ArrayList<>();
        try (ObjectReader reader = repository.newObjectReader()) {
            for (TreeFile file : files) {
                cancellation.check();
                Optional<T> known = memo.get(file);
                if (known.isPresent()) {
                    answers.add(known.get());
                } else if (file.kind().isFile()) {
                    ObjectLoader loader = reader.open(ObjectId.fromString(file.blobId()), Constants.OBJ_BLOB);
                    byte[] content = loader.getSize() > BlobRules.LARGEST ? new byte[0] : loader.getBytes();
                    if (loader.getSize() <= BlobRules.LARGEST && !BlobRules.isPointer(content)) {
                        T answer = function.apply(file.path(), content);
                        memo.put(file, answer, content.length);
                        answers.add(answer);
                    }
                }
            }
        }
        return answers;
    }

    /// @throws StepFailure TOO_LARGE
    static byte[] blob(ObjectReader reader, String path, ObjectId id) throws IOException {
        ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
        if (loader.getSize() > BlobRules.LARGEST) {
            throw BlobRules.tooLarge(path, loader.getSize());
        }
        return loader.getBytes(BlobRules.LARGEST);
    }
}
