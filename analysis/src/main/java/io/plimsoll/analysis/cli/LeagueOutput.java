package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ArrayNode;

import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.League;
import io.plimsoll.analysis.rightsizing.LeagueRow;

/// All strategies over all workloads, one table a currency.
final class LeagueOutput {
    private LeagueOutput() {
    }

    static void print(CliContext context, List<League> leagues) {
        if (context.json()) {
            ArrayNode answer = context.array();
            leagues.forEach(each -> json(answer, each));
            context.print(answer);
            return;
        }
        for (League league : leagues) {
            context.out().println(league.workloads() + " workloads " + (league.currency() == null
                    ? "without a bill"
                    : "billed in " + league.currency())
                    + ", held-back part, stated risk " + TextTable.percent(league.risk()));
            TextTable table = new TextTable("strategy", ">a month", ">cores", ">above request", ">unmet", ">OOM",
                    ">slack",
                    ">break the risk");
            for (LeagueRow row : league.rows()) {
                table.row(name(row), row.monthlyCost() == null ? "" : TextTable.money(row.monthlyCost()),
                        String.format(Locale.ROOT, "%.1f", row.cores()), TextTable.percent(row.above()),
                        TextTable.percent(row.unmet()),
                        row.oomKills(), TextTable.percent(row.slack()), row.breaking());
            }
            table.print(context.out());
        }
    }

    private static void json(ArrayNode answer, League league) {
        ArrayNode rows = answer.addObject().put("currency", league.currency()).put("workloads", league.workloads())
                .put("risk", league.risk()).putArray("strategies");
        for (LeagueRow row : league.rows()) {
            rows.addObject().put("name", name(row))
                    .put("monthlyCost", row.monthlyCost() == null ? null : row.monthlyCost().plain())
                    .put("cores", row.cores()).put("above", Json.finite(row.above()))
                    .put("unmet", Json.finite(row.unmet())).put("oom", row.oomKills())
                    .put("oomPerMonth", Json.finite(row.oomPerMonth()))
                    .put("slack", Json.finite(row.slack())).put("breaking", row.breaking());
        }
    }

    private static String name(LeagueRow row) {
        return row.kind() == FrontierMark.Kind.STRATEGY ? row.strategy() : row.kind().name().toLowerCase(Locale.ROOT);
    }
}
