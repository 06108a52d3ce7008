package io.plimsoll.analysis.conformance.judge;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;

/// A rule that asks something of each row.
///
/// @param id      the rule's
/// @param applies condition: of which rows it asks
/// @param breaks  condition: which of them don't comply; never null in a row
/// @param columns whose values explain a row that does not
record RowRule(String id, String applies, String breaks, List<String> columns) {
    static RowRule leaf(RuleModel model, Rule rule, CheckSql sql) {
        Check condition = model.condition(rule);
        return new RowRule(rule.id(), sql.row(condition), "(" + sql.row(rule.check()) + ") IS FALSE",
                Stream.concat(rule.check().columns().stream(), condition.columns().stream()).distinct().toList());
    }

    /// Of the parts that ask something of a row, one is enough.
    static RowRule alternatives(RuleModel model, Rule whole, CheckSql sql) {
        List<Rule> parts = whole.parts().stream().map(model::rule).toList();
        String applies = parts.stream().map(part -> "((" + sql.row(model.condition(part)) + ") IS TRUE)")
                .collect(Collectors.joining(" OR "));
        String kept = parts.stream().map(part -> "((" + sql.row(model.condition(part)) + ") IS TRUE AND ("
                + sql.row(part.check()) + ") IS NOT FALSE)").collect(Collectors.joining(" OR "));
        return new RowRule(whole.id(), applies, "NOT (" + kept + ")", columns(model, parts));
    }

    private static List<String> columns(RuleModel model, List<Rule> parts) {
        return parts.stream().flatMap(
                part -> Stream.concat(part.check().columns().stream(), model.condition(part).columns().stream()))
                .distinct().toList();
    }
}
