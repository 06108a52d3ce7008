package io.plimsoll.analysis.billing.stage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.read.CostView;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.StepFailure;

/// Tells by its rows in which view a file is written, for formats whose files are in one view.
final class CostViews {
    private final Database engine;

    CostViews(Database engine) {
        this.engine = engine;
    }

    /// The format's version, with the view if the rows tell it.
    ///
    /// @param rows goes behind `FROM`: the accepted rows
    /// @throws StepFailure COST_VIEWS_MIXED if the file has rows of both
    String version(ReadPlan plan, String rows, Path file) {
        if (!plan.traits().contains(ReadPlan.Trait.ONE_COST_VIEW)) {
            return plan.version();
        }
        String counts = Arrays.stream(CostView.values()).map(view -> "count(*) FILTER (" + view.evidence() + ")")
                .collect(Collectors.joining(", "));
        List<CostView> seen = engine.single(Sql.of("SELECT " + counts + " FROM " + rows),
                row -> Arrays.stream(CostView.values()).filter(view -> row.whole(view.ordinal() + 1) > 0).toList());
        if (seen.size() > 1) {
            throw StepFailure.refused("COST_VIEWS_MIXED",
                    file + " holds both purchases of commitments and their amortised cost; both would be counted.",
                    "Export actual cost and amortized cost as two files, and import one of them.");
        }
        return seen.isEmpty() ? plan.version() : plan.version() + " " + seen.getFirst().id();
    }
}
