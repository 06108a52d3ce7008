package io.plimsoll.analysis.conformance.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Rules about a value and all that come with it. The rows of a value that comes with too few or too many are those that don't
/// comply.
final class DistinctCounts {
    private final Database engine;
    private final Delivery delivery;
    private final CheckSql sql;

    DistinctCounts(Database engine, Delivery delivery, CheckSql sql) {
        this.engine = engine;
        this.delivery = delivery;
        this.sql = sql;
    }

    /// All rules in one pass: the sorts of rows are gathered first, which are few where rows are many.
    Map<Rule, Tally> run(List<Rule> rules, RuleModel model, Cancellation cancellation) {
        if (rules.isEmpty()) {
            return Map.of();
        }
        String columns = rules.stream()
                .flatMap(rule -> Stream.concat(rule.check().reads(), model.condition(rule).reads())).map(sql::text)
                .distinct().collect(Collectors.joining(", "));
        List<String> counts = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.check() instanceof Check.DistinctCount check) {
                counts.add(count(rule.id(), check, sql.row(model.condition(rule))));
            }
        }
        String text = "WITH sort AS MATERIALIZED (SELECT " + columns + ", count(*) AS n, min(line, " + Tally.SAMPLES
                + ") AS lines FROM " + delivery.relation() + " GROUP BY ALL)\n" + String.join("\nUNION ALL ", counts);
        Map<String, Tally> found = new HashMap<>();
        engine.each(Sql.of(text), row -> found.put(row.text(1),
                new Tally(row.whole(2), row.whole(3), Scan.lines(row.text(4)))), cancellation);
        Map<Rule, Tally> tallies = new LinkedHashMap<>();
        rules.forEach(rule -> tallies.put(rule, found.getOrDefault(rule.id(), new Tally(0, 0, List.of()))));
        return tallies;
    }

    private String count(String rule, Check.DistinctCount check, String condition) {
        String values = "SELECT sum(n) AS n, count(DISTINCT " + sql.text(check.counted()) + ") <> " + check.expected()
                + " AS broken, " + first("list(lines)") + " AS lines FROM sort WHERE " + sql.text(check.of())
                + " IS NOT NULL AND (" + condition + ") GROUP BY " + sql.text(check.of());
        return "SELECT " + Sql.literal(rule) + ", coalesce(sum(n), 0), coalesce(sum(n) FILTER (broken), 0), "
                + "array_to_string(" + first("list(lines) FILTER (broken)") + ", ',') FROM (" + values + ")";
    }

    private static String first(String lists) {
        return "list_sort(flatten(" + lists + "))[1:" + Tally.SAMPLES + "]";
    }
}
