package io.plimsoll.analysis.repository;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// Which clone a workspace works on. Safe from any thread.
public final class WorkspaceClone {
    private static final String SETTING = "repository";
    private static final String NO_REPOSITORY = "NOT_A_REPOSITORY";

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
            throw e.code().equals(NO_REPOSITORY) ? gone(folder, e) : e;
        }
    }

    /// Opens the noted clone for what can be answered without one too; the caller closes it.
    ///
    /// @return empty if none is noted, or if it is not there any more (`gone`)
    /// @throws StepFailure what `GitRepository.open` refuses of a clone that is there
    public Optional<GitRepository> openIfThere() {
        Optional<Path> folder = folder();
        try {
            return folder.map(GitRepository::open);
        } catch (StepFailure e) {
            if (e.code().equals(NO_REPOSITORY)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// That a clone is noted and was deleted or moved since, with what to do; empty if none is noted, and if it is there, whatever state
    /// it is in.
    public Optional<StepFailure> gone() {
        return folder().flatMap(folder -> {
            try {
                GitRepository.open(folder).close();
                return Optional.empty();
            } catch (StepFailure e) {
                return e.code().equals(NO_REPOSITORY) ? Optional.of(gone(folder, e)) : Optional.empty();
            }
        });
    }

    private static StepFailure gone(Path folder, StepFailure cause) {
        return StepFailure.badInput(NO_REPOSITORY, "The clone of this workspace is gone: " + folder
                + " is no Git repository.", "Put it back, or say where it is now: plimsoll repo add CLONE", cause);
    }
}
