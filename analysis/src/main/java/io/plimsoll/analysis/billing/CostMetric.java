package io.plimsoll.analysis.billing;

import java.util.Arrays;
import java.util.Locale;

import io.plimsoll.analysis.task.StepFailure;

/// The four costs of FOCUS. They are different views of the same charges: never add one to another.
public enum CostMetric {
    /// What the invoice says: cash basis.
    BILLED(FocusColumn.BILLED_COST),
    /// Purchases spread over the rows that use them: accrual basis.
    EFFECTIVE(FocusColumn.EFFECTIVE_COST),
    /// At public list prices.
    LIST(FocusColumn.LIST_COST),
    /// At negotiated prices, without commitment discounts.
    CONTRACTED(FocusColumn.CONTRACTED_COST);

    private final FocusColumn column;

    CostMetric(FocusColumn column) {
        this.column = column;
    }

    public FocusColumn column() {
        return column;
    }

    /// `billed`, `effective`, `list`, `contracted`: the name on the command line and in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Takes the id or the FOCUS name, whatever its case.
    ///
    /// @throws StepFailure UNKNOWN_METRIC
    public static CostMetric of(String text) {
        return Arrays.stream(values())
                .filter(metric -> metric.id().equalsIgnoreCase(text)
                        || metric.column.focusName().equalsIgnoreCase(text))
                .findFirst().orElseThrow(() -> StepFailure.wrongUsage("UNKNOWN_METRIC",
                        "There is no cost metric " + text + ".", "Use billed, effective, list or contracted."));
    }
}
