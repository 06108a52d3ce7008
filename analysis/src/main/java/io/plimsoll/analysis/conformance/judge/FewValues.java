package io.plimsoll.analysis.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;

/// Finds the columns that are told apart by few values, by a look at a file's first rows. A wrong guess costs time and nothing else.
final class FewValues {
    private static final int ROWS = 20_480;
    /// A file in the order of its resources shows few of them in its first rows.
    private static final Set<String> OF_RESOURCES = Set.of("resourceid", "resourcename", "chargedescription");

    private FewValues() {
    }

    /// @param most how many values a column may have among the first rows
    static List<Delivery.Column> of(Delivery delivery, Database engine, int most) {
        List<Delivery.Column> texts = delivery.columns().stream()
                .filter(column -> column.own().isEmpty() && !OF_RESOURCES.contains(column.name().toLowerCase(
                        Locale.ROOT)))
                .toList();
        if (texts.isEmpty()) {
            return texts;
        }
        String names = texts.stream().map(Delivery.Column::identifier).collect(Collectors.joining(", "));
        String counts = texts.stream().map(column -> "approx_count_distinct(" + column.identifier() + ")")
                .collect(Collectors.joining(", "));
        return engine.single(
                Sql.of("SELECT " + counts + " FROM (SELECT " + names + " FROM " + delivery.relation() + " LIMIT " + ROWS
                        + ")"),
                row -> {
                    List<Delivery.Column> few = new ArrayList<>();
                    for (int i = 0; i < texts.size(); i++) {
                        if (row.whole(i + 1) <= most) {
                            few.add(texts.get(i));
                        }
                    }
                    return few;
                });
    }
}
