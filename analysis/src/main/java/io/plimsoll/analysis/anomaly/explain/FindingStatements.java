package io.plimsoll.analysis.anomaly.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingSql;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// Writes a finding down as statements for the user's own console.
final class FindingStatements {
    private static final Pattern MARK = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LINES = Pattern
            .compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]");

    private final Billing billing;

    FindingStatements(Billing billing) {
        this.billing = billing;
    }

    /// @param before  as far as it is loaded, null if there is nothing
    /// @param counted the days that the impact counts
    FindingSql of(Finding finding, @Nullable Days before, List<LocalDate> counted) {
        Days event = new Days(finding.start(), finding.end());
        LocalDate first = before == null ? event.from() : before.from();
        String only = counted.size() == event.count() ? "" : in(counted);
        Money whole = finding.impact().plus(finding.expected());
        Map<String, String> values = Map.of("title",
                LINES.matcher(finding.kind().title() + " of " + finding.key().title() + ", " + finding.id())
                        .replaceAll(" "),
                "whole", whole.plain(), "currency", LINES.matcher(whole.currency()).replaceAll(" "), "impact",
                finding.impact().plain(), "expected", finding.expected().plain(), "from", first.toString(), "to",
                event.to().toString(), "start", event.from().toString());
        CostQuery all = FindingCost.query(finding, event);
        String days = filled("finding-days.sql", values, daily(all),
                only.isEmpty() ? "" : "\nWHERE period" + only);
        String expected = filled("finding-expected.sql", values, daily(all.within(first, event.to())),
                only.isEmpty() ? "" : " AND event.day" + only);
        return new FindingSql(days, expected, billing.rowsSql(all));
    }

    private String daily(CostQuery query) {
        return billing.sql(query.per(CostQuery.Grain.DAY));
    }

    private static String in(List<LocalDate> days) {
        return days.stream().map(each -> "DATE '" + each + "'").collect(Collectors.joining(", ", " IN (", ")"));
    }

    /// Values are put in once, so that a mark in a value stays what it is.
    private static String filled(String resource, Map<String, String> values, String daily, String only) {
        return MARK.matcher(Sql.text(FindingStatements.class, resource)).replaceAll(found -> {
            String name = found.group(1);
            return Matcher.quoteReplacement(switch (name) {
                case "daily" -> daily;
                case "only" -> only;
                default -> values.getOrDefault(name, found.group());
            });
        }).strip();
    }
}
