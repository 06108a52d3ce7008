package io.plimsoll.analysis.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.telemetry.RejectedPoint;
import io.plimsoll.analysis.unit.TablePage;

@Command(name = "rejects", description = "Rows that could not be read, with file, line and reason.")
final class RejectsCommand implements CliCommand {
    private static final int PAGE = 10_000;

    @Override
    public int run(CliContext context) {
        ArrayNode rows = context.array();
        CsvText csv = new CsvText(context.out());
        boolean head = true;
        for (long offset = 0;; offset += PAGE) {
            TablePage page = context.workbench().billing().rejects(offset, PAGE);
            if (head && !context.json()) {
                csv.row(page.columns());
            }
            head = false;
            for (List<@Nullable Object> row : page.rows()) {
                row(context, csv, rows, page.columns(), row);
            }
            if (page.rows().size() < PAGE) {
                break;
            }
        }
        for (RejectedPoint point : context.workbench().telemetry().rejects()) {
            row(context, csv, rows, List.of("file", "line", "reason", "raw"),
                    List.of(point.file(), point.line(), point.reason(), point.content()));
        }
        if (context.json()) {
            context.print(rows);
        }
        return 0;
    }

    private static void row(CliContext context, CsvText csv, ArrayNode rows, List<String> columns,
            List<? extends @Nullable Object> row) {
        if (!context.json()) {
            csv.row(row);
            return;
        }
        ObjectNode object = rows.addObject();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i) == null ? null : String.valueOf(row.get(i)));
        }
    }
}
