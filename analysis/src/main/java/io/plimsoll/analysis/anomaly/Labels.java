package io.plimsoll.analysis.anomaly;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.workspace.Workspace;

/// The labels that the user gave, kept in the workspace.
final class Labels {
    private final Workspace workspace;

    Labels(Workspace workspace) {
        this.workspace = workspace;
    }

    void put(String finding, Label label) {
        workspace.database().write(transaction -> {
            transaction.execute("INSERT OR REPLACE INTO anomaly_label VALUES (?, ?, ?)", finding, label.id(),
                    Instant.now());
            workspace.ledger().append(transaction, "label", Map.of("finding", finding, "label", label.id()));
        });
    }

    Map<String, Label> all() {
        return workspace.database()
                .query(Sql.of("SELECT finding, label FROM anomaly_label"),
                        row -> Map.entry(row.text(1), Label.of(row.text(2))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
