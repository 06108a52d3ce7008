package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.allocation.AllocationQuery;
import io.plimsoll.analysis.allocation.AllocationTable;
import io.plimsoll.analysis.allocation.Grouping;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

@Command(name = "allocate", description = "Who caused the cost of machines: by namespace, workload or label, adding up to the bill.")
final class AllocateCommand implements CliCommand {
    @Option(names = "--by", paramLabel = "GROUP", required = true, description = "namespace, workload or label:NAME.")
    String by = "";

    @Mixin
    AllocationOptions options = new AllocationOptions();

    @Override
    public int run(CliContext context) {
        AllocationQuery query = options.query(Grouping.of(by));
        List<AllocationTable> tables = context.workbench().allocation().tables(query, context.progress(),
                Cancellation.never());
        if (context.json()) {
            List<JsonNode> documents = tables.stream().map(table -> json(context, query, table))
                    .map(JsonNode.class::cast).toList();
            // As costs: one currency is the rule, and several must not be added by accident.
            context.print(documents.size() == 1 ? documents.getFirst() : context.array().addAll(documents));
        } else {
            if (tables.isEmpty()) {
                context.print("There is nothing to allocate: no loaded day has charges for machines.");
            }
            tables.forEach(table -> print(context, table));
        }
        return 0;
    }

    private static ObjectNode json(CliContext context, AllocationQuery query, AllocationTable table) {
        ObjectNode document = context.object().put("by", table.by().text()).put("metric", table.metric().id())
                .put("currency", table.currency()).put("from", table.days().from().toString())
                .put("to", table.days().to().toString()).put("idle", query.idle().name().toLowerCase(Locale.ROOT))
                .put("shared", query.shared().name().toLowerCase(Locale.ROOT));
        ArrayNode rows = document.putArray("rows");
        table.rows().forEach(row -> rows.addObject().put("group", row.group()).put("own", Json.plain(row.own()))
                .put("idle", Json.plain(row.idle())).put("shared", Json.plain(row.shared()))
                .put("cost", Json.plain(row.cost())));
        document.put("total", Json.plain(table.total())).put("unallocated", Json.plain(table.unallocated()))
                .put("coverage", Json.plain(table.coverage()));
        ArrayNode remarks = document.putArray("remarks");
        table.remarks().forEach(remarks::add);
        return document;
    }

    private static void print(CliContext context, AllocationTable table) {
        TextTable text = new TextTable(table.by().text(), ">own", ">idle", ">shared",
                ">" + table.metric().id() + " " + table.currency());
        table.rows().forEach(row -> text.row(row.group(), cents(row.own()), cents(row.idle()), cents(row.shared()),
                cents(row.cost())));
        text.print(context.out());
        context.print("Total " + Json.plain(table.total()) + " " + table.currency()
                + ", as the bill has it for machines and control planes; " + table.days().from() + " to "
                + table.days().to() + "; telemetry tells of " + table.coverage().movePointRight(2).toPlainString()
                + " %");
        table.remarks().forEach(context::print);
    }

    private static String cents(BigDecimal amount) {
        return new Money(amount, "").rounded(2).amount().toPlainString();
    }
}
