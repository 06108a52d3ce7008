package io.plimsoll.analysis.conformance.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Counts for every row rule, over the sorts of rows.
///
/// Each sort becomes a row of bits: which columns have a value, which conditions hold, which rules are broken. Sorts with the same
/// bits are counted together. Two aggregates a rule would be hundreds, which the engine takes seconds to plan. Conditions that many
/// rules share are worked out once.
final class Scan {
    /// Bits in a word of type BIGINT, with room to spare.
    private static final int WORD = 60;

    private final List<Delivery.Column> columns;
    private final List<RowRule> rules;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final List<String> bits = new ArrayList<>();
    private final int words;

    Scan(List<Delivery.Column> columns, List<RowRule> rules, CheckSql sql) {
        this.columns = columns;
        this.rules = rules;
        for (RowRule rule : rules) {
            conditions.putIfAbsent(rule.applies(), "a_" + conditions.size());
        }
        columns.forEach(column -> bits.add(sql.isThere(column)));
        bits.addAll(conditions.values());
        rules.forEach(rule -> bits.add(conditions.get(rule.applies()) + " AND " + rule.breaks()));
        this.words = Math.ceilDiv(bits.size(), WORD);
    }

    /// What the pass counted.
    ///
    /// @param values  rows with a value, for each column
    /// @param tallies for each rule
    record Result(long rows, List<Long> values, List<Tally> tallies) {}

    /// @param sorts goes behind `FROM`
    Result run(Database engine, String sorts, Cancellation cancellation) {
        Counter counter = new Counter(bits.size());
        engine.each(Sql.of(text(sorts)), counter::add, cancellation);
        List<String> names = List.copyOf(conditions.keySet());
        int firstCondition = columns.size();
        int firstRule = firstCondition + names.size();
        List<Tally> tallies = IntStream.range(0, rules.size())
                .mapToObj(i -> new Tally(counter.counts[firstCondition + names.indexOf(rules.get(i).applies())],
                        counter.counts[firstRule + i], counter.lines.get(firstRule + i)))
                .toList();
        return new Result(counter.rows,
                Arrays.stream(counter.counts, 0, firstCondition).boxed().toList(), tallies);
    }

    private String text(String sorts) {
        String keys = IntStream.range(0, words).mapToObj(word -> "w_" + word).collect(Collectors.joining(", "));
        return "SELECT CAST(sum(n) AS BIGINT), array_to_string(" + firstLines("list(lines)") + ", ','), " + keys
                + "\nFROM (SELECT n, lines, "
                + IntStream.range(0, words).mapToObj(this::word).collect(Collectors.joining(",\n  ")) + "\nFROM ("
                + conditions(sorts) + ")) GROUP BY ALL";
    }

    /// The first few of several lists of lines.
    static String firstLines(String lists) {
        return "list_sort(flatten(" + lists + "))[1:" + Tally.SAMPLES + "]";
    }

    private String word(int word) {
        int from = word * WORD;
        return IntStream.range(from, Math.min(from + WORD, bits.size()))
                .mapToObj(bit -> "CASE WHEN " + bits.get(bit) + " THEN " + (1L << (bit - from)) + "::BIGINT ELSE 0 END")
                .collect(Collectors.joining("\n  + ")) + " AS w_" + word;
    }

    private String conditions(String sorts) {
        return "SELECT *" + conditions.entrySet().stream()
                .map(entry -> ",\n  (" + entry.getKey() + ") IS TRUE AS " + entry.getValue())
                .collect(Collectors.joining()) + "\nFROM " + sorts;
    }

    static List<Long> lines(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",")).map(Long::valueOf).toList();
    }

    /// Adds up the sorts of rows.
    private static final class Counter {
        private final long[] counts;
        private final List<List<Long>> lines;
        private long rows;

        Counter(int bits) {
            this.counts = new long[bits];
            this.lines = new ArrayList<>(IntStream.range(0, bits).mapToObj(bit -> List.<Long>of()).toList());
        }

        void add(Row row) {
            long count = row.whole(1);
            List<Long> first = lines(row.text(2));
            rows += count;
            for (int bit = 0; bit < counts.length; bit++) {
                if ((row.whole(3 + bit / WORD) >> bit % WORD & 1) == 1) {
                    counts[bit] += count;
                    lines.set(bit, smallest(lines.get(bit), first));
                }
            }
        }

        private static List<Long> smallest(List<Long> some, List<Long> more) {
            if (some.size() == Tally.SAMPLES && some.getLast() < more.getFirst()) {
                return some;
            }
            return Stream.concat(some.stream(), more.stream()).sorted().limit(Tally.SAMPLES).toList();
        }
    }
}
