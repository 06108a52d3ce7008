package io.plimsoll.analysis.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "costs", description = "Cost by any dimensions and tags. Currencies never add: there is one table each.")
final class CostsCommand implements CliCommand {
    @Option(names = "--by", paramLabel = "DIM[,DIM]", split = ",", required = true, description = "FOCUS columns, tag:KEY, x_NAME or Source.")
    List<String> by = List.of();

    @Option(names = "--metric", defaultValue = "effective", description = "billed, effective (default), list or contracted.")
    String metric = "effective";

    @Option(names = "--from", paramLabel = "D", description = "First charge day, such as 2026-09-01.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last charge day.")
    @Nullable
    LocalDate to;

    @Option(names = "--grain", paramLabel = "day|week|month|quarter|year")
    @Nullable
    String grain;

    @Option(names = "--filter", paramLabel = "K=V", description = "Keep charges with this value; several of one key: any of them.")
    List<String> filters = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", description = "The costliest N keys; the residual says what is left.")
    int top;

    @Option(names = "--currency", paramLabel = "CODE", description = "Everything in one currency, converted day by day with the rates that were loaded.")
    @Nullable
    String currency;

    @Override
    public int run(CliContext context) {
        if (currency != null) {
            return converted(context, currency);
        }
        List<CostTable> tables = context.workbench().billing().costs(query(), Cancellation.never());
        if (context.json()) {
            List<JsonNode> documents = tables.stream().map(table -> json(context, table)).map(JsonNode.class::cast)
                    .toList();
            // One currency is the rule; a bill in several gives a list, so that nobody adds them by accident.
            context.print(documents.size() == 1 ? documents.getFirst() : context.array().addAll(documents));
        } else {
            tables.forEach(table -> print(context, table));
            context.workbench().billing().invoices().cover(query(), Cancellation.never()).parts().stream()
                    .filter(part -> part.elsewhere().signum() != 0)
                    .forEach(part -> context.print("Of the billed cost, " + Json.plain(part.elsewhere()) + " "
                            + part.currency() + " stands on bills of other months."));
        }
        return 0;
    }

    private int converted(CliContext context, String code) {
        Optional<ConvertedCosts> costs = context.workbench().billing().convertedCosts(query(),
                code.toUpperCase(Locale.ROOT), Cancellation.never());
        if (context.json()) {
            context.print(costs.<JsonNode>map(each -> {
                ObjectNode document = json(context, each.table());
                ConversionText.json(document, each);
                return document;
            }).orElseGet(context::array));
        } else {
            costs.ifPresent(each -> {
                print(context, each.table());
                ConversionText.lines(each).forEach(context::print);
            });
        }
        return 0;
    }

    private CostQuery query() {
        CostQuery query = new CostQuery(by, CostMetric.of(metric), from, to, grain(), List.of(), top, false);
        for (CostFilter each : FilterOptions.of(filters)) {
            query = query.where(each);
        }
        return query;
    }

    private CostQuery.Grain grain() {
        if (grain == null) {
            return CostQuery.Grain.NONE;
        }
        return Arrays.stream(CostQuery.Grain.values())
                .filter(each -> each != CostQuery.Grain.NONE && each.name().equalsIgnoreCase(grain)).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("GRAIN", "There is no grain " + grain + ".",
                        "Use day, week, month, quarter or year."));
    }

    private static ObjectNode json(CliContext context, CostTable table) {
        ObjectNode document = context.object().put("metric", table.metric().id()).put("currency", table.currency())
                .put("from", table.from().toString()).put("to", table.to().toString());
        document.put("incompleteFrom", table.incompleteFrom() == null ? null : table.incompleteFrom().toString());
        ArrayNode rows = document.putArray("rows");
        for (CostTable.Row row : table.rows()) {
            ObjectNode object = rows.addObject();
            row.key().forEach(object::put);
            if (row.period() != null) {
                object.put("period", row.period().toString());
            }
            object.put("cost", Json.plain(row.cost()));
        }
        return document.put("total", Json.plain(table.total())).put("residual", Json.plain(table.residual()));
    }

    private void print(CliContext context, CostTable table) {
        List<String> titles = new ArrayList<>(by);
        boolean periods = table.rows().stream().anyMatch(row -> row.period() != null);
        if (periods) {
            titles.addFirst("period");
        }
        titles.add(">" + table.metric().id() + " " + table.currency());
        TextTable text = new TextTable(titles.toArray(String[]::new));
        for (CostTable.Row row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            if (periods) {
                cells.add(String.valueOf(row.period()));
            }
            by.forEach(name -> cells.add(row.key().getOrDefault(name, "")));
            cells.add(Json.plain(row.cost()));
            text.row(cells.toArray());
        }
        text.print(context.out());
        context.print("Total " + Json.plain(table.total()) + " " + table.currency() + ", of which "
                + Json.plain(table.residual()) + " not shown; " + table.from() + " to " + table.to()
                + (table.incompleteFrom() == null ? "" : ", incomplete from " + table.incompleteFrom()));
    }
}
