package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.anomaly.PlannedActivity;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.Workspace;

/// The planned activities of the workspace.
public final class PlannedStore {
    private static final TypeReference<Map<String, String>> SLICE = new TypeReference<>() {
    };

    private final Workspace workspace;

    public PlannedStore(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @return its id
    public String add(PlannedActivity activity) {
        String id = "p-" + UUID.randomUUID().toString().substring(0, 8);
        workspace.database().write(transaction -> insert(transaction, id, activity));
        return id;
    }

    private void insert(Transaction transaction, String id, PlannedActivity activity) {
        Money most = activity.upTo();
        BigDecimal share = activity.upToShare();
        String slice = JsonMapper.shared().writeValueAsString(activity.where().dimensions());
        transaction.execute(Sql.resource(PlannedStore.class, "planned-put.sql", id, activity.what(),
                activity.days().from(), activity.days().to(), slice, most == null ? null : most.amount(),
                most == null ? null : most.currency(), share, Instant.now().truncatedTo(ChronoUnit.MICROS)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("what", activity.what());
        entry.put("from", activity.days().from().toString());
        entry.put("until", activity.days().to().toString());
        entry.put("where", activity.where().dimensions());
        if (most != null) {
            entry.put("upTo", most.plain() + " " + most.currency());
        }
        if (share != null) {
            entry.put("upToPercent", share.toPlainString());
        }
        workspace.ledger().append(transaction, "planned-add", entry);
    }

    /// @throws StepFailure PLANNED_UNKNOWN
    public void remove(String id) {
        workspace.database().write(transaction -> {
            if (transaction.execute("DELETE FROM planned_activity WHERE id = ?", id) == 0) {
                throw StepFailure.wrongUsage("PLANNED_UNKNOWN", "There is no planned activity " + id + ".",
                        "List them: plimsoll planned list");
            }
            workspace.ledger().append(transaction, "planned-remove", Map.of("id", id));
        });
    }

    /// In the order of their first days.
    public List<PlannedActivity> all() {
        return workspace.database().query(Sql.resource(PlannedStore.class, "planned-all.sql"), PlannedStore::activity);
    }

    private static PlannedActivity activity(Row row) {
        String currency = row.textOrNull(7);
        return new PlannedActivity(row.text(1), row.text(2), new Days(row.day(3), row.day(4)),
                new SeriesKey(JsonMapper.shared().readValue(row.text(5), SLICE)), money(row.decimal(6), currency),
                row.value(8) == null ? null : row.decimal(8));
    }

    private static @Nullable Money money(BigDecimal amount, @Nullable String currency) {
        return currency == null ? null : new Money(amount, currency);
    }
}
