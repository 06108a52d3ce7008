package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.RowAppender;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.Workspace;

/// The budgets and the roadmap that a workspace holds its forecasts against. Each change stands in the ledger. Safe from any thread.
public final class KeptPlans {
    private static final int DECIMALS = 18;

    private final Workspace workspace;

    KeptPlans(Workspace workspace) {
        this.workspace = workspace;
    }

    static List<Migration> migrations() {
        return List.of(Migration.resource("forecast", 1, KeptPlans.class));
    }

    /// In the order of their file; none if none were kept.
    public Budgets budgets() {
        return new Budgets(workspace.database().query(Sql.of("SELECT period, first_day, last_day, amount, currency, "
                + "dimension, value FROM forecast_budget ORDER BY position"), KeptPlans::budget));
    }

    private static Budget budget(Row row) {
        String dimension = row.textOrNull(6);
        return new Budget(row.text(1), new Days(row.day(2), row.day(3)),
                new Money(plain(row.decimal(4)), row.text(5)),
                dimension == null ? null : CostFilter.is(dimension, row.text(7)));
    }

    /// In the order of its file; no project if none was kept.
    public Roadmap roadmap() {
        return new Roadmap(workspace.database().query(Sql.of("SELECT name, modality, first_day, ramp, last_day, low, "
                + "likely, high, driver, unit_cost, currency FROM forecast_project ORDER BY position"),
                row -> new RoadmapProject(row.text(1), row.text(2), row.day(3), Math.toIntExact(row.whole(4)),
                        row.value(5) == null ? null : row.day(5), plain(row.decimal(6)), plain(row.decimal(7)),
                        plain(row.decimal(8)), row.text(9), plain(row.decimal(10)), row.textOrNull(11))));
    }

    /// As it was written.
    private static BigDecimal plain(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// Puts what a file holds in the place of what was kept of its sort.
    public void keep(PlanFile file) {
        Budgets budgets = file.budgets();
        Roadmap roadmap = file.roadmap();
        if (budgets != null) {
            keep(budgets);
        }
        if (roadmap != null) {
            keep(roadmap);
        }
    }

    /// Puts budgets in the place of all that were kept; `Budgets.NONE` forgets them.
    public void keep(Budgets budgets) {
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM forecast_budget");
            transaction.append("forecast_budget", appender -> {
                int position = 0;
                for (Budget each : budgets.all()) {
                    append(appender, position++, each);
                }
            });
            workspace.ledger().append(transaction, "budgets", Map.of("budgets", budgets.all()));
        });
    }

    private static void append(RowAppender appender, int position, Budget budget) {
        CostFilter filter = budget.filter();
        appender.row(position, budget.period(), budget.days().from(), budget.days().to(),
                kept(budget.amount().amount()),
                budget.amount().currency(), filter == null ? null : filter.dimension(),
                filter == null ? null : filter.values().getFirst());
    }

    /// With the digits of its column: the appender takes no others.
    private static BigDecimal kept(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// Puts a roadmap in the place of the one that was kept; `Roadmap.NONE` forgets it.
    public void keep(Roadmap roadmap) {
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM forecast_project");
            transaction.append("forecast_project", appender -> {
                int position = 0;
                for (RoadmapProject each : roadmap.projects()) {
                    appender.row(position++, each.name(), each.modality(), each.start(), each.ramp(), each.end(),
                            kept(each.low()), kept(each.likely()), kept(each.high()), each.driver(),
                            kept(each.unitCost()),
                            each.currency());
                }
            });
            workspace.ledger().append(transaction, "roadmap", Map.of("projects", roadmap.projects()));
        });
    }

}
