package io.plimsoll.analysis.billing.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.FocusColumn.Type;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.store.Sql;

/// Builds the statement that types one file's text. It uses the macros of `macros.sql`.
///
/// What fills a FOCUS column is in `given:<name>`: its text, or its own value where a typed file has one that needs no typing.
/// Beside the typed columns each row gets `reject` (a sentence, or null), `excluded` (why it is left out on purpose, or null),
/// `source` and `source_known`, `tags_damaged`, `bad_numbers`, `remark_<n>`, and in `wide_<cost>` the text of a cost that 18
/// decimals can't hold, that has an exponent or that is a sum: such costs are worked out elsewhere, half-even.
final class TypedSelect {
    private static final List<FocusColumn> NEEDED = List.of(FocusColumn.BILLING_CURRENCY, FocusColumn.CHARGE_CATEGORY,
            FocusColumn.BILLED_COST, FocusColumn.EFFECTIVE_COST, FocusColumn.BILLING_PERIOD_START,
            FocusColumn.CHARGE_PERIOD_START);
    private static final List<FocusColumn> DATED = List.of(FocusColumn.BILLING_PERIOD_START,
            FocusColumn.CHARGE_PERIOD_START);

    private final ReadPlan plan;
    private final Set<FocusColumn> columns;
    private final Map<FocusColumn, String> natives = new EnumMap<>(FocusColumn.class);

    TypedSelect(ReadPlan plan, NativeColumns own) {
        this.plan = plan;
        this.columns = plan.columns();
        plan.expressions().forEach((column, expression) -> own.filling(column, expression)
                .ifPresent(name -> natives.put(column, name)));
    }

    /// The costs, in the order of the table `wide`.
    static List<FocusColumn> costs() {
        return List.of(FocusColumn.BILLED_COST, FocusColumn.EFFECTIVE_COST, FocusColumn.LIST_COST,
                FocusColumn.CONTRACTED_COST);
    }

    /// @param tagsOnce whether to read each different text of tags once, which takes a pass over that column
    String over(String relation, boolean tagsOnce) {
        String tags = text(FocusColumn.TAGS);
        String from = tagsOnce
                ? relation + " LEFT JOIN (SELECT tags_text, tag_map(tags_text) AS tags_read FROM (SELECT DISTINCT "
                        + tags
                        + " AS tags_text FROM " + relation + ")) ON tags_text = " + tags
                : relation;
        return "SELECT * EXCLUDE (" + givenNames() + "), " + wides() + ", " + badNumbers() + " AS bad_numbers, "
                + reject()
                + " AS reject\nFROM (SELECT " + typed()
                + "\nFROM (SELECT " + given() + ", " + (tagsOnce ? "tags_read" : "tag_map(" + tags + ") AS tags_read")
                + "\nFROM " + from + "))";
    }

    /// How many different texts of tags there are, about.
    String countTags(String relation) {
        return "SELECT approx_count_distinct(" + text(FocusColumn.TAGS) + ") FROM " + relation;
    }

    /// Innermost: what is given for each FOCUS column, null where there is no value.
    private String given() {
        List<String> items = new ArrayList<>(List.of("line AS file_line"));
        for (FocusColumn column : columns) {
            String own = natives.get(column);
            items.add((own == null ? text(column) : own) + " AS " + given(column));
        }
        if (!plan.extensions().isEmpty()) {
            items.add(entries(plan.extensions()) + " AS \"Extensions\"");
        }
        items.add(excluded() + " AS excluded");
        items.add((plan.tags().isEmpty() ? "NULL" : entries(plan.tags())) + " AS tag_columns");
        List<String> remarks = List.copyOf(plan.remarks().values());
        for (int i = 0; i < remarks.size(); i++) {
            items.add("coalesce(" + remarks.get(i) + ", false) AS " + remark(i));
        }
        String known = plan.billers().stream().map(name -> "known_biller(" + name + ")")
                .collect(Collectors.joining(", "));
        String named = plan.billers().stream().map(name -> "nullif(" + name + ", '')")
                .collect(Collectors.joining(", "));
        items.add((known.isEmpty() ? "NULL" : "coalesce(" + known + ")") + " AS biller");
        items.add((named.isEmpty() ? "NULL" : "coalesce(" + named + ")") + " AS biller_given");
        return String.join(",\n  ", items);
    }

    private String text(FocusColumn column) {
        String expression = plan.expressions().getOrDefault(column, "CAST(NULL AS VARCHAR)");
        // A blank beside a currency's code would make another currency of it.
        boolean verbatim = (column.type() == Type.TEXT || column.type() == Type.JSON)
                && column != FocusColumn.BILLING_CURRENCY;
        return verbatim ? "nullif(" + expression + ", '')" : "cell(" + expression + ")";
    }

    private static String entries(Map<String, String> expressions) {
        String entries = expressions.entrySet().stream()
                .map(entry -> "{'k': " + Sql.literal(entry.getKey()) + ", 'v': nullif(" + entry.getValue() + ", '')}")
                .collect(Collectors.joining(", "));
        return "map_from_entries(list_filter([" + entries + "], lambda e: e.v IS NOT NULL))";
    }

    private String excluded() {
        if (plan.exclusions().isEmpty()) {
            return "CAST(NULL AS VARCHAR)";
        }
        StringBuilder cases = new StringBuilder("CASE");
        for (Map.Entry<String, String> exclusion : plan.exclusions().entrySet()) {
            cases.append(" WHEN ").append(exclusion.getValue()).append(" THEN ")
                    .append(Sql.literal(exclusion.getKey()));
        }
        return cases.append(" END").toString();
    }

    /// Middle: typed columns beside what is given.
    private String typed() {
        List<String> items = new ArrayList<>(List.of("file_line", givenNames()));
        for (FocusColumn column : columns) {
            items.add((natives.containsKey(column) ? own(column) : typed(column)) + " AS "
                    + Sql.quoted(column.focusName()));
        }
        if (!plan.extensions().isEmpty()) {
            items.add("\"Extensions\"");
        }
        items.add("excluded");
        for (int i = 0; i < plan.remarks().size(); i++) {
            items.add(remark(i));
        }
        items.add("coalesce(biller, biller_name(biller_given), 'unknown') AS source");
        items.add("biller IS NOT NULL AS source_known");
        items.add(given(FocusColumn.TAGS) + " IS NOT NULL AND tags_read IS NULL AS tags_damaged");
        return String.join(",\n  ", items);
    }

    private static String own(FocusColumn column) {
        return column.type() == Type.TIME
                ? "calendar_time(" + given(column) + ")"
                : "CAST(" + given(column) + " AS DECIMAL(38," + WideCosts.SCALE + "))";
    }

    private static String typed(FocusColumn column) {
        String given = given(column);
        String typed = switch (column.type()) {
            case TEXT, JSON -> given;
            case TIME -> "utc(" + given + ")";
            case COST -> "exact_money(" + given + ")";
            case DECIMAL -> "quantity(" + given + ")";
            case TAGS -> "coalesce(tag_columns, tags_read, CAST(MAP {} AS MAP(VARCHAR, VARCHAR)))";
        };
        return column == FocusColumn.BILLING_ACCOUNT_ID ? "coalesce(" + typed + ", '')" : typed;
    }

    /// Outermost: costs that are amounts and yet have no value.
    private String wides() {
        return costs().stream().map(column -> (natives.containsKey(column)
                ? "CAST(NULL AS VARCHAR)"
                : "CASE WHEN " + noValue(column) + " AND is_amount(" + given(column) + ") THEN " + given(column)
                        + " END")
                + " AS " + wide(column)).collect(Collectors.joining(",\n  "));
    }

    /// Outermost: how many quantities and prices have no value because they are no numbers.
    private String badNumbers() {
        return columns.stream().filter(column -> column.type() == Type.DECIMAL && !natives.containsKey(column))
                .map(column -> " + CAST(" + noValue(column) + " AND " + given(column) + " IS NOT NULL AS INTEGER)")
                .collect(Collectors.joining("", "0", ""));
    }

    private static String noValue(FocusColumn column) {
        return Sql.quoted(column.focusName()) + " IS NULL";
    }

    /// Outermost: the first thing that is wrong with the row.
    private String reject() {
        StringBuilder cases = new StringBuilder("CASE");
        for (FocusColumn column : NEEDED) {
            cases.append("\n  WHEN ").append(given(column)).append(" IS NULL THEN ")
                    .append(Sql.literal(column.focusName() + " is missing"));
        }
        for (FocusColumn column : columns) {
            String given = given(column);
            String shown = " || left(CAST(" + given + " AS VARCHAR), 60)";
            if (column.type() == Type.COST && !natives.containsKey(column)) {
                cases.append("\n  WHEN ").append(noValue(column)).append(" AND NOT is_amount(").append(given)
                        .append(") THEN ")
                        .append(Sql.literal(column.focusName() + " is not a number: ")).append(shown);
            } else if (column.type() == Type.TIME && plan.expressions().containsKey(column)) {
                String name = Sql.quoted(column.focusName());
                String outside = DATED.contains(column) ? " OR year(" + name + ") NOT BETWEEN 1990 AND 2199" : "";
                cases.append("\n  WHEN ").append(given).append(" IS NOT NULL AND (").append(name)
                        .append(" IS NULL").append(outside).append(") THEN ")
                        .append(Sql.literal(column.focusName() + " is not a time: ")).append(shown);
            }
        }
        return cases.append(" END").toString();
    }

    private String givenNames() {
        return columns.stream().map(TypedSelect::given).collect(Collectors.joining(", "));
    }

    private static String given(FocusColumn column) {
        return Sql.quoted("given:" + column.focusName());
    }

    /// The column that says whether the plan's n-th remark is about the row.
    static String remark(int number) {
        return "remark_" + number;
    }

    static String wide(FocusColumn column) {
        return Sql.quoted("wide_" + column.focusName());
    }
}
