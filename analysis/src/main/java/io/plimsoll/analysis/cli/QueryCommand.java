package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.TablePage;

@Command(name = "query", description = "Runs one read-only SELECT; CSV by default.")
final class QueryCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "SQL")
    String sql = "";

    @Override
    public int run(CliContext context) {
        TablePage answer = context.workbench().console().all(sql, Cancellation.never());
        if (context.json()) {
            ArrayNode rows = context.array();
            for (List<@Nullable Object> row : answer.rows()) {
                ObjectNode object = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    put(object, answer.columns().get(i), row.get(i));
                }
            }
            context.print(rows);
        } else {
            CsvText csv = new CsvText(context.out());
            csv.row(answer.columns());
            answer.rows().forEach(csv::row);
        }
        return 0;
    }

    /// Decimals as text, so that no reader turns money into a double.
    private static void put(ObjectNode object, String name, @Nullable Object value) {
        switch (value) {
            case null -> object.putNull(name);
            case Boolean flag -> object.put(name, flag);
            case Integer number -> object.put(name, number);
            case Long number -> object.put(name, number);
            case Double number when Double.isFinite(number) -> object.put(name, number);
            case BigDecimal decimal -> object.put(name, decimal.toPlainString());
            default -> object.put(name, value.toString());
        }
    }
}
