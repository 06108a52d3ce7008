package io.plimsoll.app.task;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A piece of work that runs away from the FX thread.
@FunctionalInterface
public interface Work<T> {
    /// @throws io.plimsoll.analysis.task.StepFailure for what a user can cause; anything else is a defect of ours
    T run(Progress progress, Cancellation cancellation) throws Exception;
}
