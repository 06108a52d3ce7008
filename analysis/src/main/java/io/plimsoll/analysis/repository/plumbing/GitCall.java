package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;

import io.plimsoll.analysis.task.StepFailure;

/// Turns JGit's failures into ours: `MISSING_OBJECT`, `CORRUPT_OBJECT`, `GIT_IO`.
public final class GitCall {
    private GitCall() {
    }

    /// A piece of work on a repository.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /// @param what what is being done, as the end of "could not ..."
    public static <T> T run(String what, Work<T> work) {
        try {
            return work.run();
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw StepFailure.badInput("MISSING_OBJECT",
                    "Could not " + what + ": the clone lacks an object it refers to.",
                    "Run `git fetch` and `git fsck` in the clone.", e);
        } catch (CorruptObjectException e) {
            throw StepFailure.badInput("CORRUPT_OBJECT", "Could not " + what + ": an object of the clone is damaged.",
                    "Run `git fsck` in the clone, or clone anew.", e);
        } catch (IOException e) {
            throw StepFailure.machine("GIT_IO", "Could not " + what + ": " + e.getMessage(),
                    "Check that the clone can be read and written and that the disk is not full.", e);
        }
    }
}
