package io.plimsoll.analysis.repository.plumbing;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

import io.plimsoll.analysis.task.StepFailure;

/// Opens a clone with the sealed file system and refuses the sorts of repository that would be read wrongly.
public final class Opening {
    private Opening() {
    }

    /// @param folder the top of a work tree (also a linked one), or a bare repository
    /// @throws StepFailure NOT_A_REPOSITORY, GITDIR_ELSEWHERE, SHA256_REPOSITORY, REFTABLE_REPOSITORY, PARTIAL_CLONE, NO_COMMITS,
    ///                     MISSING_OBJECT
    public static Repository open(Path folder) {
        File dir = folder.toAbsolutePath().normalize().toFile();
        Repository repository = GitCall.run("open " + folder, () -> build(dir));
        try {
            check(repository, folder);
            return repository;
        } catch (RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private static Repository build(File dir) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setFS(SealedFs.create()).setMustExist(true);
        if (new File(dir, Constants.DOT_GIT).exists()) {
            builder.setWorkTree(dir);
        } else {
            builder.setGitDir(dir).setBare();
        }
        try {
            return builder.build();
        } catch (RepositoryNotFoundException | IllegalArgumentException e) {
            throw StepFailure.badInput("NOT_A_REPOSITORY", dir + " is no Git repository.",
                    "Choose the folder that contains .git, or a bare repository.", e);
        }
    }

    private static void check(Repository repository, Path folder) {
        GitCall.run("find the store of " + folder, () -> {
            StoreLinks.checkPlace(repository, folder.toAbsolutePath().normalize());
            return true;
        });
        StoredConfig config = repository.getConfig();
        String refs = config.getString("extensions", null, "refStorage");
        if (refs != null && !refs.equalsIgnoreCase("files")) {
            throw StepFailure.badInput("REFTABLE_REPOSITORY", folder + " keeps its branches as " + refs + ".",
                    "Convert it: git refs migrate --ref-format=files");
        }
        String format = config.getString("extensions", null, "objectFormat");
        if (format != null && !format.equalsIgnoreCase("sha1")) {
            throw StepFailure.badInput("SHA256_REPOSITORY", folder + " names its objects by " + format + ".",
                    "Only repositories with SHA-1 object names can be read.");
        }
        boolean promisor = config.getString("extensions", null, "partialClone") != null
                || config.getSubsections("remote").stream()
                        .anyMatch(r -> config.getBoolean("remote", r, "promisor", false))
                || GitCall.run("list the packs of " + folder, () -> hasPromisorPack(repository));
        if (promisor) {
            throw StepFailure.badInput("PARTIAL_CLONE", folder + " is a partial clone: some files are not in it.",
                    "Clone it again without --filter.");
        }
        ObjectId head = GitCall.run("read HEAD of " + folder, () -> repository.resolve(Constants.HEAD));
        if (head == null) {
            throw StepFailure.badInput("NO_COMMITS", folder + " has no commit on its current branch.",
                    "Check out a branch that has commits.");
        }
        if (!GitCall.run("read HEAD of " + folder, () -> repository.getObjectDatabase().has(head))) {
            throw StepFailure.badInput("MISSING_OBJECT", folder + " lacks the commit that it has checked out.",
                    "Run `git fsck` in it. If it borrows objects from another clone (objects/info/alternates), that one must be there.");
        }
    }

    private static boolean hasPromisorPack(Repository repository) throws IOException {
        Path packs = repository.getCommonDirectory().toPath().resolve("objects").resolve("pack");
        if (!Files.isDirectory(packs)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(packs, "*.promisor")) {
            return found.iterator().hasNext();
        }
    }

    /// A new repository with a work tree in an empty or missing folder.
    ///
    /// @throws StepFailure FOLDER_NOT_EMPTY, BRANCH_NAME
    public static Repository create(Path folder, String branch) {
        BranchRules.checkName(branch);
        return GitCall.run("create a repository in " + folder, () -> {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw StepFailure.refused("FOLDER_NOT_EMPTY", folder + " is not empty.", "Choose an empty folder.");
                }
            }
            FileRepositoryBuilder builder = new FileRepositoryBuilder().setFS(SealedFs.create())
                    .setWorkTree(folder.toAbsolutePath().normalize().toFile());
            try {
                Repository repository = builder.setInitialBranch(branch).build();
                repository.create(false);
                repository.getConfig().setBoolean("core", null, "autocrlf", false);
                repository.getConfig().save();
                // Not saved: a clone that is being built can be built again, so its thousand objects need no sync each.
                repository.getConfig().setBoolean("core", null, "fsyncObjectFiles", false);
                repository.getConfig().setBoolean("core", null, "fsyncRefFiles", false);
                return repository;
            } catch (InvalidRefNameException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
