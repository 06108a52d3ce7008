package io.plimsoll.analysis.billing.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.FocusColumn.Type;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Builds the statement that writes the accepted rows of a file, with rounded costs and their final source.
final class AcceptedSelect {
    private static final String AS_IS = "source";

    private final ReadPlan plan;
    private final String accepted;
    private final String source;

    /// @param accepted `FROM` typed rows `t` joined with `wide` as `w`, and what makes a row accepted
    AcceptedSelect(Database engine, ReadPlan plan, String accepted) {
        this.plan = plan;
        this.accepted = accepted;
        this.source = source(engine, accepted);
    }

    /// Whether some rows get another source than their own columns say.
    boolean changesSource() {
        return !source.equals(AS_IS);
    }

    String text() {
        List<String> items = new ArrayList<>(List.of("file_line", source + " AS source"));
        for (FocusColumn column : plan.columns()) {
            String name = Sql.quoted(column.focusName());
            items.add(column.type() == Type.COST
                    ? "coalesce(t." + name + ", w." + name + ") AS " + name
                    : "t." + name + " AS " + name);
        }
        if (!plan.extensions().isEmpty()) {
            items.add("t.\"Extensions\" AS \"Extensions\"");
        }
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
        for (String account : strangers) {
            List<String> billers = known.getOrDefault(account, List.of());
            if (billers.size() == 1) {
                cases.append(" WHEN NOT source_known AND t.\"BillingAccountId\" = ").append(Sql.literal(account))
                        .append(" THEN ").append(Sql.literal(billers.getFirst()));
            }
        }
        return cases.isEmpty() ? AS_IS : "CASE" + cases + " ELSE source END";
    }
}
