package io.plimsoll.analysis.forecast;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// A file of budgets or a roadmap, whichever it is by its columns; the other is null.
public record PlanFile(@Nullable Budgets budgets, @Nullable Roadmap roadmap) {
    /// @throws StepFailure as `Budgets.read` or `Roadmap.read` says
    public static PlanFile read(Path file) {
        try {
            return new PlanFile(Budgets.read(file), null);
        } catch (StepFailure e) {
            if (e.code().equals("MISSING_COLUMN")) {
                return new PlanFile(null, Roadmap.read(file));
            }
            throw e;
        }
    }
}
