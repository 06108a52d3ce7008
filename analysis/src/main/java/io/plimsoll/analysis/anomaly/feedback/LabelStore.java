package io.plimsoll.analysis.anomaly.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.GivenLabel;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.workspace.Workspace;

/// The labels that the user gave, each with what its event looked like then. Several are given in one transaction: all or none.
public final class LabelStore {
    private final Workspace workspace;

    public LabelStore(Workspace workspace) {
        this.workspace = workspace;
    }

    public void put(Collection<? extends Anomaly> anomalies, Label label, @Nullable LocalDate until) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        workspace.database().write(transaction -> anomalies
                .forEach(each -> put(transaction, new GivenLabel(each.id(), label, until, now), Shape.of(each))));
    }

    private void put(Transaction transaction, GivenLabel given, Shape seen) {
        transaction.execute(Sql.resource(LabelStore.class, "label-put.sql", given.anomaly(), given.label().id(),
                given.given(), given.until(), seen.domain(), seen.slice(), seen.measure(), seen.family(), seen.start(),
                seen.days(), seen.unit(), seen.size()));
        Map<String, String> entry = entry(given.anomaly(), given.label().id());
        if (given.until() != null) {
            entry.put("until", given.until().toString());
        }
        workspace.ledger().append(transaction, "label", entry);
    }

    private static Map<String, String> entry(String finding, String label) {
        return new TreeMap<>(Map.of("finding", finding, "label", label));
    }

    /// Those without a label are passed over.
    public void remove(Collection<String> anomalies) {
        workspace.database().write(transaction -> anomalies.forEach(id -> {
            if (transaction.execute("DELETE FROM anomaly_label WHERE finding = ?", id) > 0) {
                workspace.ledger().append(transaction, "label", entry(id, "none"));
            }
        }));
    }

    /// By event, the label given last first.
    public Map<String, Said> all() {
        List<Said> rows = workspace.database().query(Sql.resource(LabelStore.class, "label-all.sql"),
                LabelStore::said);
        Map<String, Said> all = new LinkedHashMap<>();
        rows.forEach(each -> all.put(each.given().anomaly(), each));
        return all;
    }

    private static Said said(Row row) {
        GivenLabel given = new GivenLabel(row.text(1), Label.of(row.text(2)),
                row.value(4) == null ? null : row.day(4), row.time(3));
        return new Said(given, row.value(5) == null
                ? null
                : new Shape(row.text(5), row.text(6), row.text(7), row.text(8), row.day(9), row.whole(10),
                        row.text(11), row.decimal(12)));
    }
}
