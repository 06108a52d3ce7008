package io.plimsoll.analysis.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows of an answer as CSV, or as JSON objects of the same names.
final class PlainRows {
    private final CliContext context;
    private final List<String> columns;
    private final CsvText csv;
    private final ArrayNode list;

    PlainRows(CliContext context, String... columns) {
        this.context = context;
        this.columns = List.of(columns);
        this.csv = new CsvText(context.out());
        this.list = context.array();
        if (!context.json()) {
            csv.row(this.columns);
        }
    }

    void row(List<? extends @Nullable Object> cells) {
        if (!context.json()) {
            csv.row(cells);
            return;
        }
        ObjectNode object = list.addObject();
        for (int i = 0; i < columns.size(); i++) {
            switch (cells.get(i)) {
                case null -> object.putNull(columns.get(i));
                case Boolean flag -> object.put(columns.get(i), flag);
                case Integer number -> object.put(columns.get(i), number);
                case Long number -> object.put(columns.get(i), number);
                case Double number when Double.isFinite(number) -> object.put(columns.get(i), number);
                default -> object.put(columns.get(i), String.valueOf(cells.get(i)));
            }
        }
    }

    /// Ends the answer.
    void print() {
        if (context.json()) {
            context.print(list);
        }
    }
}
