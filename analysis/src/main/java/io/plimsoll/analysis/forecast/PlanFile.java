package io.plimsoll.analysis.forecast;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// A file of budgets or a roadmap, whichever it is by its columns; the other is null.
public record PlanFile(@Nullable Budgets budgets, @Nullable Roadmap roadmap) {
    private static final List<String> OF_BUDGETS = List.of("amount", "period", "month");
    private static final List<String> OF_ROADMAPS = List.of("project", "low", "likely", "high", "unit_cost");

    /// @throws StepFailure as `Budgets.read` or `Roadmap.read` says
    public static PlanFile read(Path file) {
        List<String> columns = InputTable.columns(file);
        return has(columns, OF_BUDGETS) >= has(columns, OF_ROADMAPS)
                ? new PlanFile(Budgets.read(file), null)
                : new PlanFile(null, Roadmap.read(file));
    }

    private static long has(List<String> columns, List<String> names) {
        return names.stream().filter(columns::contains).count();
    }
}
