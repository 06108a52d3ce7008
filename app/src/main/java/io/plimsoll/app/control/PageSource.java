package io.plimsoll.app.control;

import io.plimsoll.analysis.task.Cancellation;

/// Gives a table its rows, a page at a time. Called away from the FX thread, at most two calls at once.
@FunctionalInterface
public interface PageSource<R> {
    /// @throws io.plimsoll.analysis.task.StepFailure shown in the table's place
    Page<R> load(PageRequest request, Cancellation cancellation) throws Exception;
}
