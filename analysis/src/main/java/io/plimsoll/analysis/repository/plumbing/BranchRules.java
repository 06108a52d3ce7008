package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

import io.plimsoll.analysis.task.StepFailure;

/// Which branch may be written: a valid name, no symbolic ref, not checked out anywhere, reached through no symbolic link.
public final class BranchRules {
    private static final int LONGEST = 200;

    private BranchRules() {
    }

    /// The rules of `git check-ref-format --branch`, and at most 200 characters.
    public static boolean isName(String branch) {
        return !branch.isEmpty() && branch.length() <= LONGEST && !branch.startsWith("-")
                && !branch.equals(Constants.HEAD) && !branch.startsWith(Constants.R_REFS)
                && Repository.isValidRefName(Constants.R_HEADS + branch);
    }

    /// @throws StepFailure BRANCH_NAME
    public static void checkName(String branch) {
        if (!isName(branch)) {
            throw StepFailure.wrongUsage("BRANCH_NAME", "\"" + branch + "\" is no name for a branch.",
                    "Use letters, digits, dots, dashes and slashes, such as finops/rightsizing.");
        }
    }

    /// @throws StepFailure SYMBOLIC_BRANCH, BRANCH_CHECKED_OUT
    static void checkWritable(Repository repository, String branch) throws IOException {
        Ref ref = repository.exactRef(Constants.R_HEADS + branch);
        if (ref != null && ref.isSymbolic() || throughLink(repository, "refs/heads/" + branch)
                || throughLink(repository, "logs/refs/heads/" + branch)) {
            throw StepFailure.refused("SYMBOLIC_BRANCH", "Branch " + branch + " only points to something else.",
                    "Choose another branch.");
        }
        if (checkedOut(repository).contains(branch)) {
            throw StepFailure.refused("BRANCH_CHECKED_OUT",
                    "Branch " + branch + " is checked out; moving it would make its work tree look edited.",
                    "Commit to a new branch and merge that.");
        }
    }

    /// Short names of the branches that any work tree of the repository is on.
    public static Set<String> checkedOut(Repository repository) throws IOException {
        String prefix = "ref: " + Constants.R_HEADS;
        Set<String> branches = new TreeSet<>();
        for (Path head : heads(repository, repository.getCommonDirectory().toPath())) {
            if (Files.isRegularFile(head)) {
                String text = Files.readString(head, StandardCharsets.UTF_8).strip();
                if (text.startsWith(prefix)) {
                    branches.add(text.substring(prefix.length()));
                }
            }
        }
        return branches;
    }

    /// Whether a file of the repository is a symbolic link or lies behind one.
    static boolean throughLink(Repository repository, String name) {
        Path path = repository.getCommonDirectory().toPath();
        for (String part : name.split("/")) {
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> heads(Repository repository, Path common) throws IOException {
        List<Path> heads = new ArrayList<>();
        if (!repository.getConfig().getBoolean("core", "bare", false)) {
            heads.add(common.resolve(Constants.HEAD));
        }
        Path linked = common.resolve("worktrees");
        if (Files.isDirectory(linked)) {
            try (DirectoryStream<Path> trees = Files.newDirectoryStream(linked)) {
                trees.forEach(tree -> heads.add(tree.resolve(Constants.HEAD)));
            }
        }
        return heads;
    }
}
