package io.plimsoll.analysis.repository;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// Which clone a workspace works on. Safe from any thread.
public final class WorkspaceClone {
    private static final String SETTING = "repository";

    private final Workspace workspace;

    public WorkspaceClone(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Notes a clone after opening it once.
    ///
    /// @throws StepFailure what `GitRepository.open` refuses
    public Head add(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try (GitRepository repository = GitRepository.open(absolute)) {
            Head head = repository.head();
            workspace.settings().put(SETTING, absolute.toString());
            workspace.database().write(transaction -> workspace.ledger().append(transaction, "repository",
                    Map.of("head", head.commitId())));
            return head;
        }
    }

    public Optional<Path> folder() {
        return workspace.settings().get(SETTING).map(Path::of);
    }

    /// Opens the noted clone; the caller closes it.
    ///
    /// @throws StepFailure NO_CLONE, or what `GitRepository.open` refuses
    public GitRepository open() {
        Path folder = folder()
                .orElseThrow(() -> StepFailure.wrongUsage("NO_CLONE", "This workspace knows no clone yet.",
                        "Add one: plimsoll repo add CLONE"));
        try {
            return GitRepository.open(folder);
        } catch (StepFailure e) {
            if (e.code().equals("NOT_A_REPOSITORY")) {
                throw StepFailure.badInput(e.code(), "The clone of this workspace is gone: " + folder
                        + " is no Git repository.", "Put it back, or say where it is now: plimsoll repo add CLONE", e);
            }
            throw e;
        }
    }
}
