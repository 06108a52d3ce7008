package io.plimsoll.analysis.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.conformance.judge.Delivery;
import io.plimsoll.analysis.conformance.judge.Judge;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Rows of a delivery that a test makes, and what the rules find in them. An empty text is no value.
final class FocusRows implements AutoCloseable {
    private final Database engine;

    FocusRows(Path temporary) {
        this.engine = Database.open(DatabaseConfig.inMemory(temporary, 500_000_000));
    }

    /// The rows of `conforming.csv` by their kind: one of each sort of charge, none of which breaks a rule.
    static Map<String, Map<String, String>> conforming() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        table("conforming.csv").forEach(row -> {
            Map<String, String> copy = new LinkedHashMap<>(row);
            rows.put(copy.remove("x_Kind"), copy);
        });
        return rows;
    }

    /// A CSV test resource whose quoted cells hold no line break.
    static List<Map<String, String>> table(String name) {
        try (InputStream in = FocusRows.class.getResourceAsStream(name)) {
            List<Map<String, String>> rows = new ArrayList<>();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            List<String> names = SharedData.cells(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = SharedData.cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                IntStream.range(0, names.size()).forEach(i -> row.put(names.get(i), cells.get(i)));
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the rules find in rows that stand on the lines which are their keys, in a file that is all text.
    Verdict judge(Map<Long, Map<String, String>> rows) {
        return judge(rows, Map.of());
    }

    /// As above, with columns that were delivered in a type.
    Verdict judge(Map<Long, Map<String, String>> rows, Map<String, String> types) {
        List<String> names = List.copyOf(rows.values().iterator().next().keySet());
        String columns = IntStream.range(0, names.size()).mapToObj(i -> "c" + i + " VARCHAR")
                .collect(Collectors.joining(", "));
        engine.write(transaction -> {
            transaction.execute("CREATE OR REPLACE TABLE delivered(line BIGINT, " + columns + ")");
            transaction.append("delivered", appender -> rows.forEach((line, row) -> {
                Object[] cells = new Object[names.size() + 1];
                cells[0] = line;
                for (int i = 0; i < names.size(); i++) {
                    String value = row.get(names.get(i));
                    cells[i + 1] = value.isEmpty() ? null : value;
                }
                appender.row(cells);
            }));
        });
        return judge("delivered", names, types);
    }

    /// What the rules find in a CSV file.
    Verdict judge(Path csv) {
        String text = "read_csv(" + Sql.literal(csv.toString()) + ", all_varchar = true, nullstr = ['', 'NULL'])";
        List<String> names = engine.query(Sql.of("DESCRIBE SELECT * FROM " + text), row -> row.text(1));
        String columns = IntStream.range(0, names.size()).mapToObj(i -> Sql.quoted(names.get(i)) + " AS c" + i)
                .collect(Collectors.joining(", "));
        return judge("(SELECT row_number() OVER () + 1 AS line, " + columns + " FROM " + text + ")", names, Map.of());
    }

    private Verdict judge(String relation, List<String> names, Map<String, String> types) {
        List<Delivery.Column> columns = IntStream.range(0, names.size())
                .mapToObj(i -> new Delivery.Column(names.get(i), types.getOrDefault(names.get(i), ""), "c" + i, ""))
                .toList();
        return new Judge(RuleModel.FOCUS_1_2, engine, new Delivery(columns, relation))
                .verdict(Cancellation.never());
    }

    static Map<Long, Map<String, String>> lines(Map<String, Map<String, String>> rows) {
        Map<Long, Map<String, String>> lines = new LinkedHashMap<>();
        rows.values().forEach(row -> lines.put(lines.size() + 2L, new HashMap<>(row)));
        return lines;
    }

    @Override
    public void close() {
        engine.close();
    }
}
