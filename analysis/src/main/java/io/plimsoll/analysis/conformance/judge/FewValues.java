package io.plimsoll.analysis.conformance.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Finds the columns that are told apart by few values, alone and together, by a look at a file's first rows. A wrong guess costs time
/// and nothing else.
final class FewValues {
    private static final int ROWS = 20_480;
    /// How many different rows the columns may have together. More would be hardly fewer than the rows.
    private static final int MOST_TOGETHER = ROWS / 4;
    private static final String TABLE = "rule_sample";
    /// A file in the order of its resources shows few of them in its first rows.
    private static final Set<String> OF_RESOURCES = Set.of("resourceid", "resourcename", "chargedescription");

    private FewValues() {
    }

    /// @param most how many values a column may have among the first rows
    static List<Delivery.Column> of(Delivery delivery, Database engine, int most) {
        List<Delivery.Column> texts = delivery.columns().stream().filter(column -> column.own().isEmpty()
                && !OF_RESOURCES.contains(column.name().toLowerCase(Locale.ROOT))).toList();
        if (texts.isEmpty()) {
            return texts;
        }
        engine.execute(Sql.of("CREATE OR REPLACE TABLE " + TABLE + " AS SELECT " + names(texts) + " FROM "
                + delivery.relation() + " LIMIT " + ROWS), Cancellation.never());
        Map<Delivery.Column, Long> values = values(engine, texts);
        List<Delivery.Column> few = new ArrayList<>(
                texts.stream().filter(column -> values.getOrDefault(column, 0L) <= most)
                        .sorted(Comparator.comparing(values::get)).toList());
        while (!few.isEmpty() && together(engine, few) > MOST_TOGETHER) {
            few.removeLast();
        }
        engine.execute(Sql.of("DROP TABLE " + TABLE), Cancellation.never());
        return few;
    }

    private static Map<Delivery.Column, Long> values(Database engine, List<Delivery.Column> columns) {
        String counts = columns.stream().map(column -> "approx_count_distinct(" + column.identifier() + ")")
                .collect(Collectors.joining(", "));
        return engine.single(Sql.of("SELECT " + counts + " FROM " + TABLE), row -> {
            Map<Delivery.Column, Long> values = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), row.whole(i + 1));
            }
            return values;
        });
    }

    private static long together(Database engine, List<Delivery.Column> columns) {
        return engine.single(Sql.of("SELECT count(*) FROM (SELECT DISTINCT " + names(columns) + " FROM " + TABLE + ")"),
                row -> row.whole(1));
    }

    private static String names(List<Delivery.Column> columns) {
        return columns.stream().map(Delivery.Column::identifier).collect(Collectors.joining(", "));
    }
}
