package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

import io.plimsoll.analysis.task.StepFailure;

/// Where a clone keeps its objects and refs must be within the folder that the user chose, or a repository that says that this
/// folder is its work tree. Else a stranger's folder could have us write into any other repository.
final class StoreLinks {
    private StoreLinks() {
    }

    /// @throws StepFailure LINKED_STORE
    static void check(Repository repository) throws IOException {
        Path common = repository.getCommonDirectory().toPath();
        for (String name : List.of(Constants.OBJECTS, "objects/pack", "refs", "refs/heads", "logs", "logs/refs",
                "logs/refs/heads", "packed-refs")) {
            refuseLink(common.resolve(name));
        }
        Path objects = common.resolve(Constants.OBJECTS);
        if (Files.isDirectory(objects)) {
            try (DirectoryStream<Path> shelves = Files.newDirectoryStream(objects)) {
                shelves.forEach(StoreLinks::refuseLink);
            }
        }
    }

    private static void refuseLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw StepFailure.refused("LINKED_STORE",
                    path + " is a symbolic link; what is written there might lie anywhere.",
                    "Clone the repository anew.");
        }
    }

    /// @param folder that the user chose
    /// @throws StepFailure GITDIR_ELSEWHERE
    static void checkPlace(Repository repository, Path folder) throws IOException {
        Path dotGit = folder.resolve(Constants.DOT_GIT);
        Path gitDir = repository.getDirectory().toPath().toRealPath();
        Path common = repository.getCommonDirectory().toPath().toRealPath();
        boolean own = !Files.exists(dotGit, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(dotGit, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(dotGit, LinkOption.NOFOLLOW_LINKS) && pointsBack(repository, gitDir, dotGit);
        if (!own || !gitDir.equals(common) && !gitDir.startsWith(common.resolve("worktrees"))) {
            throw StepFailure.refused("GITDIR_ELSEWHERE",
                    dotGit + " leads to a repository that does not know of this folder: " + common + ".",
                    "Open that repository's own folder, or add this one to it: git worktree add");
        }
    }

    /// A linked work tree is named by the file `gitdir` of its administrative folder, a submodule's by `core.worktree`.
    private static boolean pointsBack(Repository repository, Path gitDir, Path dotGit) throws IOException {
        Path back = gitDir.resolve("gitdir");
        if (Files.isRegularFile(back)) {
            return same(gitDir.resolve(Files.readString(back).strip()), dotGit);
        }
        StoredConfig config = repository.getConfig();
        String workTree = config.getString("core", null, "worktree");
        return workTree != null && same(gitDir.resolve(workTree), dotGit.resolveSibling("."));
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }
}
