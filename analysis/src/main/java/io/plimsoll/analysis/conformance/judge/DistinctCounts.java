package io.plimsoll.analysis.conformance.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;

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

    Map<Rule, Tally> run(List<Rule> rules, RuleModel model) {
        Map<Rule, Tally> tallies = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (rule.check() instanceof Check.DistinctCount check) {
                tallies.put(rule, tally(check, sql.row(model.condition(rule))));
            }
        }
        return tallies;
    }

    /// Pairs are gathered first: they are few, where rows are many.
    private Tally tally(Check.DistinctCount check, String condition) {
        String of = sql.text(check.of());
        String pairs = "SELECT " + of + " AS a, " + sql.text(check.counted())
                + " AS b, count(*) AS pair_rows, min(line, " + Tally.SAMPLES + ") AS pair_lines FROM "
                + delivery.relation() + " WHERE " + of + " IS NOT NULL AND (" + condition + ") GROUP BY 1, 2";
        String groups = "SELECT sum(pair_rows) AS n, count(DISTINCT b) <> " + check.expected()
                + " AS broken, list_sort(flatten(list(pair_lines)))[1:" + Tally.SAMPLES + "] AS lines FROM (" + pairs
                + ") GROUP BY a";
        return engine.single(Sql.of("SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (broken), 0), "
                + "array_to_string(list_sort(flatten(list(lines) FILTER (broken)))[1:" + Tally.SAMPLES
                + "], ',') FROM (" + groups + ")"),
                row -> new Tally(row.whole(1), row.whole(2), Scan.lines(row.text(3))));
    }
}
