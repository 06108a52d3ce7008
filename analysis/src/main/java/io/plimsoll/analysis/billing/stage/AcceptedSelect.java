package io.plimsoll.analysis.billing.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.FocusColumn.Type;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Builds the statement that writes the accepted rows of a file, with rounded costs and their final source.
final class AcceptedSelect {
    private AcceptedSelect() {
    }

    /// @param accepted `FROM` typed rows `t` joined with `wide` as `w`, and what makes a row accepted
    static String over(Database engine, String accepted) {
        List<String> items = new ArrayList<>(List.of("file_line", source(engine, accepted) + " AS source"));
        for (FocusColumn column : FocusColumn.values()) {
            String name = Sql.quoted(column.focusName());
            items.add(column.type() == Type.COST
                    ? "coalesce(t." + name + ", w." + name + ") AS " + name
                    : "t." + name + " AS " + name);
        }
        items.add("t.\"Extensions\" AS \"Extensions\"");
        return "SELECT " + String.join(", ", items) + " " + accepted;
    }

    /// Rows whose biller is no known provider (a marketplace seller) go with the one known provider that bills the same account in
    /// the same file: they came with its delivery and are replaced with it.
    private static String source(Database engine, String accepted) {
        Map<String, List<String>> known = new HashMap<>();
        Set<String> strangers = new TreeSet<>();
        engine.each(Sql.of("SELECT DISTINCT t.\"BillingAccountId\", source, source_known " + accepted),
                row -> {
                    if (row.flag(3)) {
                        known.computeIfAbsent(row.text(1), account -> new ArrayList<>()).add(row.text(2));
                    } else {
                        strangers.add(row.text(1));
                    }
                }, Cancellation.never());
        StringBuilder cases = new StringBuilder();
        strangers.stream().filter(account -> known.getOrDefault(account, List.of()).size() == 1)
                .forEach(account -> cases.append(" WHEN NOT source_known AND t.\"BillingAccountId\" = ")
                        .append(Sql.literal(account)).append(" THEN ")
                        .append(Sql.literal(known.get(account).getFirst())));
        return cases.isEmpty() ? "source" : "CASE" + cases + " ELSE source END";
    }
}
