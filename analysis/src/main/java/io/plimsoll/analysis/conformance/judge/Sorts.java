package io.plimsoll.analysis.conformance.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// The sorts of rows in a delivery. Rows of which the same is known are one sort: the texts of columns that have few values, and the
/// answers to every check of the others. There are few sorts where there are many rows, and a rule is worked out once a sort.
final class Sorts {
    /// The table that `gather` fills: `n` rows, the `lines` of the first few, the plain columns, and a column for each answer.
    static final String TABLE = "rule_sort";

    private final Delivery delivery;
    private final List<Delivery.Column> plain;
    private final Map<String, String> answers = new LinkedHashMap<>();

    /// @param plain columns that go into a sort as they are
    Sorts(Delivery delivery, List<Delivery.Column> plain) {
        this.delivery = delivery;
        this.plain = List.copyOf(plain);
    }

    List<Delivery.Column> plain() {
        return plain;
    }

    /// A check as it is asked of a sort: itself where its columns are plain, otherwise the name of its answer, which `gather` works
    /// out row by row.
    ///
    /// @param reads the columns that the check reads
    String asked(String check, List<Delivery.Column> reads) {
        return plain.containsAll(reads) ? check : answers.computeIfAbsent(check, each -> "f_" + answers.size());
    }

    /// Reads the delivery once. Everything that is asked of a sort must have been `asked` before.
    void gather(Database engine, Cancellation cancellation) {
        String keys = Stream.concat(plain.stream().map(Delivery.Column::identifier),
                answers.entrySet().stream().map(answer -> "(" + answer.getKey() + ") AS " + answer.getValue()))
                .map(key -> ",\n  " + key).collect(Collectors.joining());
        engine.execute(Sql.of("CREATE OR REPLACE TABLE " + TABLE + " AS SELECT count(*) AS n, min(line, "
                + Tally.SAMPLES + ") AS lines, * EXCLUDE (line)\nFROM (SELECT line" + keys + "\nFROM "
                + Shapes.numbers(delivery.relation(), delivery.columns()) + ") GROUP BY ALL"), cancellation);
    }

    /// The sorts with the numbers that their plain columns say.
    String relation() {
        return Shapes.numbers(TABLE, plain);
    }
}
