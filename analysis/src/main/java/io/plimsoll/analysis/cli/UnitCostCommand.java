package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

import io.plimsoll.analysis.allocation.Grouping;
import io.plimsoll.analysis.allocation.UnitCost;
import io.plimsoll.analysis.allocation.UnitCostQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

@Command(name = "unitcost", description = "What a unit of work cost: cost of a group by its driver's quantity on the same days.")
final class UnitCostCommand implements CliCommand {
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

    @Option(names = "--driver", paramLabel = "NAME", description = "Such as images; all by default.")
    @Nullable
    String driver;

    @Option(names = "--by", paramLabel = "GROUP", defaultValue = "workload", description = "What the drivers' scopes are: workload (default), namespace or label:NAME for cost of machines, or a dimension of the whole bill such as tag:team.")
    String by = "workload";

    @Option(names = "--per", paramLabel = "N", defaultValue = "1", description = "Cost of N units instead of one.")
    BigDecimal per = BigDecimal.ONE;

    @Mixin
    AllocationOptions options = new AllocationOptions();

    @Override
    public int run(CliContext context) {
        if (per.signum() <= 0) {
            throw StepFailure.wrongUsage("PER", "Cost can't be shown for " + per.toPlainString() + " units.",
                    "Give a number above 0, such as --per 1000.");
        }
        boolean allocated = Grouping.isGrouping(by);
        UnitCostQuery query = new UnitCostQuery(driver, allocated ? null : by,
                options.query(allocated ? Grouping.of(by) : Grouping.WORKLOAD));
        List<UnitCost> costs = context.workbench().unitCosts().of(query, context.progress(), Cancellation.never());
        if (context.json()) {
            json(context, costs);
        } else {
            print(context, costs);
        }
        return 0;
    }

    private void json(CliContext context, List<UnitCost> costs) {
        ArrayNode list = context.array();
        for (UnitCost each : costs) {
            list.addObject().put("driver", each.driver()).put("scope", each.scope()).put("by", by)
                    .put("from", each.days().from().toString()).put("to", each.days().to().toString())
                    .put("days", each.counted()).put("daysWithoutCost", each.skipped())
                    .put("quantity", Json.plain(each.quantity())).put("unit", each.unit())
                    .put("cost", each.cost() == null ? null : each.cost().plain())
                    .put("currency", each.cost() == null ? null : each.cost().currency())
                    .put("per", Json.plain(per))
                    .put("unitCost", each.perUnit().map(cost -> Json.plain(cost.multiply(per))).orElse(null));
        }
        context.print(list);
    }

    private void print(CliContext context, List<UnitCost> costs) {
        String of = per.compareTo(BigDecimal.ONE) == 0 ? "a unit" : Json.plain(per) + " units";
        TextTable text = new TextTable("driver", "scope", ">days", ">quantity", "unit", ">cost", ">" + of);
        for (UnitCost each : costs) {
            Money cost = each.cost();
            text.row(each.driver(), each.scope(), each.counted(), Json.plain(each.quantity()), each.unit(),
                    cost == null ? "no such " + by : TextTable.money(cost),
                    each.perUnit().map(unit -> Json.plain(unit.multiply(per).round(SHOWN))).orElse(""));
        }
        text.print(context.out());
        int skipped = costs.stream().mapToInt(UnitCost::skipped).sum();
        if (skipped > 0) {
            context.print(skipped + " quantities are of days without a cost of their scope; they do not count.");
        }
    }
}
