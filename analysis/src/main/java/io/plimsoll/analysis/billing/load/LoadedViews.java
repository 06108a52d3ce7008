package io.plimsoll.analysis.billing.load;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.read.AzureReader;
import io.plimsoll.analysis.billing.read.CostView;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;

/// Refuses the actual and the amortized file of one account and month, together or one after the other. Replacing one by the other
/// would change what every figure of the month means, unseen.
final class LoadedViews {
    private final Transaction transaction;
    private final Map<String, Set<CostView>> before;

    /// Before anything of the import's scope makes way.
    LoadedViews(Transaction transaction) {
        this.transaction = transaction;
        this.before = read();
    }

    /// After the import's rows are in.
    ///
    /// @throws StepFailure COST_VIEWS_MIXED
    void refuseSecondView() {
        read().forEach((scope, now) -> {
            Set<CostView> all = EnumSet.copyOf(now);
            all.addAll(before.getOrDefault(scope, Set.of()));
            if (all.size() > 1) {
                throw StepFailure.refused("COST_VIEWS_MIXED",
                        "The actual and the amortized cost of " + scope + " can't both be loaded: usage covered by a "
                                + "commitment would be counted twice.",
                        "Keep to one of them. The other goes into a workspace of its own.");
            }
        });
    }

    private Map<String, Set<CostView>> read() {
        String seen = Arrays.stream(CostView.values()).map(view -> "coalesce(bool_or(" + view.evidence() + "), false)")
                .collect(Collectors.joining(", "));
        Map<String, Set<CostView>> views = new HashMap<>();
        transaction.query(Sql.of("SELECT \"BillingAccountId\", strftime(\"BillingPeriodStart\", '%Y-%m'), " + seen
                + " FROM charge WHERE file_id IN (SELECT file_id FROM billing_file WHERE profile = ?) AND "
                + Scopes.IN_SCOPE + " GROUP BY 1, 2", AzureReader.ID), row -> {
                    Set<CostView> found = EnumSet.noneOf(CostView.class);
                    Arrays.stream(CostView.values()).filter(view -> row.flag(view.ordinal() + 3)).forEach(found::add);
                    if (!found.isEmpty()) {
                        views.put("account " + row.text(1) + ", " + row.text(2), found);
                    }
                    return true;
                });
        return views;
    }
}
