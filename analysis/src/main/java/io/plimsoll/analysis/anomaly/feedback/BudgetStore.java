package io.plimsoll.analysis.anomaly.feedback;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// The alert budget, a setting of the workspace.
public final class BudgetStore {
    private static final String SETTING = "alert-budget";

    private final Workspace workspace;

    public BudgetStore(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @return alerts a week, null for all
    public @Nullable Integer get() {
        return workspace.settings().get(SETTING).map(Integer::valueOf).orElse(null);
    }

    /// @throws StepFailure ALERT_BUDGET
    public static void check(@Nullable Integer budget) {
        if (budget != null && (budget < 1 || budget > AlertSetting.MOST)) {
            throw StepFailure.wrongUsage("ALERT_BUDGET",
                    "An alert budget is 1 to " + AlertSetting.MOST + " alerts a week.",
                    "To hear of everything: plimsoll alerts --budget none");
        }
    }

    /// @throws StepFailure ALERT_BUDGET
    public void set(@Nullable Integer budget) {
        check(budget);
        workspace.database().write(transaction -> {
            if (budget == null) {
                workspace.settings().remove(transaction, SETTING);
            } else {
                workspace.settings().put(transaction, SETTING, budget.toString());
            }
            workspace.ledger().append(transaction, "alert-budget",
                    Map.of("perWeek", budget == null ? "all" : budget.toString()));
        });
    }
}
