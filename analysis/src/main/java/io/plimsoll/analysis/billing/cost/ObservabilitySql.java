package io.plimsoll.analysis.billing.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.ObservabilityCharge;
import io.plimsoll.analysis.billing.ObservabilityRule;
import io.plimsoll.analysis.billing.ObservabilitySlice;
import io.plimsoll.analysis.store.Sql;

/// The statements for one `ObservabilitySlice`: the rules are held against the charges in SQL, the first that matches holds.
final class ObservabilitySql {
    private final ObservabilitySlice slice;
    private final List<ObservabilityRule> rules;

    /// @param rules that may take a charge of the bill, in their order
    ObservabilitySql(ObservabilitySlice slice, List<ObservabilityRule> rules) {
        this.slice = slice;
        this.rules = rules;
    }

    /// Columns as `ObservabilityRows.page` has them.
    Sql page() {
        return over(Sql.text(ObservabilitySql.class, "observability-page.sql"));
    }

    Sql count() {
        return over("SELECT count(*) FROM charges");
    }

    /// Columns as `ObservabilityRows.sql` has them.
    Sql months() {
        return over(Sql.text(ObservabilitySql.class, "observability-months.sql"));
    }

    private Sql over(String question) {
        List<@Nullable Object> bindings = new ArrayList<>();
        bindings.add(slice.days().from().atStartOfDay());
        bindings.add(slice.days().to().plusDays(1).atStartOfDay());
        String cases = rules.stream().map(each -> rule(each, bindings)).collect(Collectors.joining("\n"));
        StringBuilder only = new StringBuilder();
        for (Map.Entry<ObservabilitySlice.Part, String> each : slice.only().entrySet()) {
            only.append("        AND ").append(column(each.getKey(), bindings)).append(" = ?\n");
            bindings.add(each.getValue());
        }
        String charges = Sql.text(ObservabilitySql.class, "observability-charges.sql")
                .replace("-- RULES", cases.isEmpty() ? "            WHEN FALSE THEN ''" : cases)
                .replace("-- ONLY\n", only.toString());
        return new Sql(charges + question, bindings);
    }

    private static String rule(ObservabilityRule rule, List<@Nullable Object> bindings) {
        List<String> conditions = new ArrayList<>();
        matches("vendors", rule.vendor(), conditions, bindings);
        matches("service", rule.service(), conditions, bindings);
        matches("meters", rule.meter(), conditions, bindings);
        matches("resources", rule.resource(), conditions, bindings);
        bindings.add(rule.name());
        return "            WHEN " + String.join(" AND ", conditions) + " THEN ?";
    }

    private static void matches(String column, @Nullable Pattern pattern, List<String> conditions,
            List<@Nullable Object> bindings) {
        if (pattern != null) {
            conditions.add("regexp_matches(" + column + ", ?, 'i')");
            bindings.add(pattern.pattern());
        }
    }

    private static String column(ObservabilitySlice.Part part, List<@Nullable Object> bindings) {
        return switch (part) {
            case SIGNAL -> "split_part(rule, ' ', 1)";
            case RULE -> "rule";
            case PROVIDER -> "provider";
            case SERVICE -> "service";
            case ACCOUNT -> "account";
            case CURRENCY -> "\"BillingCurrency\"";
            case UNIT -> "unit";
            case RESOURCE -> "resource";
            case TEAM -> {
                List<String> tags = new ArrayList<>();
                for (String name : ObservabilityCharge.TEAM_TAGS) {
                    tags.add(
                            "list_filter(map_entries(tags), lambda tag: lower(tag.key) = ? OR ends_with(lower(tag.key), ?))"
                                    + "[1].value");
                    bindings.add(name);
                    bindings.add("/" + name);
                }
                yield "coalesce(" + String.join(", ", tags) + ", '')";
            }
        };
    }
}
