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
    private final Sorts sorts;
    private final CheckSql sql;

    DistinctCounts(Database engine, Delivery delivery, Sorts sorts) {
        this.engine = engine;
        this.delivery = delivery;
        this.sorts = sorts;
        this.sql = new CheckSql(delivery, new Sorts(delivery, delivery.columns()));
    }

    /// All rules in one pass over the sorts of rows, or over all rows if the sorts don't have the columns.
    Map<Rule, Tally> run(List<Rule> rules, RuleModel model, Cancellation cancellation) {
        if (rules.isEmpty()) {
            return Map.of();
        }
        List<Delivery.Column> columns = rules.stream()
                .flatMap(rule -> Stream.concat(rule.check().reads(), model.condition(rule).reads()))
                .flatMap(name -> delivery.find(name).stream()).distinct().toList();
        String names = columns.stream().map(Delivery.Column::identifier).collect(Collectors.joining(", "));
        String sort = sorts.plain().containsAll(columns)
                ? "SELECT " + names + ", sum(n) AS n, " + Scan.firstLines("list(lines)") + " AS lines FROM "
                        + Sorts.TABLE
                : "SELECT " + names + ", count(*) AS n, min(line, " + Tally.SAMPLES + ") AS lines FROM "
                        + delivery.relation();
        List<String> counts = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.check() instanceof Check.DistinctCount check) {
                counts.add(count(rule.id(), check, sql.row(model.condition(rule))));
            }
        }
        String text = "WITH sort AS MATERIALIZED (" + sort + " GROUP BY ALL)\n" + String.join("\nUNION ALL ", counts);
        Map<String, Tally> found = new HashMap<>();
        engine.each(Sql.of(text), row -> found.put(row.text(1),
                new Tally(row.whole(2), row.whole(3), Scan.lines(row.text(4)))), cancellation);
        Map<Rule, Tally> tallies = new LinkedHashMap<>();
        rules.forEach(rule -> tallies.put(rule, found.getOrDefault(rule.id(), new Tally(0, 0, List.of()))));
        return tallies;
    }

    private String count(String rule, Check.DistinctCount check, String condition) {
        String values = "SELECT sum(n) AS n, count(DISTINCT " + sql.text(check.counted()) + ") <> " + check.expected()
                + " AS broken, " + Scan.firstLines("list(lines)") + " AS lines FROM sort WHERE " + sql.text(check.of())
                + " IS NOT NULL AND (" + condition + ") GROUP BY " + sql.text(check.of());
        return "SELECT " + Sql.literal(rule) + ", coalesce(sum(n), 0), coalesce(sum(n) FILTER (broken), 0), "
                + "array_to_string(" + Scan.firstLines("list(lines) FILTER (broken)") + ", ',') FROM (" + values + ")";
    }
}
