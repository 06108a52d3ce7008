package io.plimsoll.analysis.workload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// The pins as they are stored, each change of one with its entry in the ledger. Safe from any thread.
final class Pins {
    private final Workspace workspace;

    Pins(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What the user decided, oldest first.
    List<Pin> all() {
        return workspace.database().query(Sql.of("SELECT side, item, cluster, namespace, kind, name, container, pinned "
                + "FROM workload_pin ORDER BY pinned, side, item"),
                row -> new Pin(Side.valueOf(row.text(1)), row.text(2),
                        new WorkloadKey(row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)), row.time(8)));
    }

    /// Says that something belongs to a workload, whatever the rules find. Replaces an older pin of the same item.
    ///
    /// @param item a resource id, an owner of pods as `cluster/namespace/kind/name`, or `DeclaredWorkload.item`
    /// @throws StepFailure PIN_EMPTY if the item or the workload's name is empty
    void pin(Side side, String item, WorkloadKey target) {
        if (item.isBlank() || target.name().isBlank()) {
            throw StepFailure.wrongUsage("PIN_EMPTY", "A pin needs an item and the name of a workload.",
                    "Name the resource, owner or document as `plimsoll workloads` shows it.");
        }
        Pin pin = new Pin(side, item, target, Instant.now());
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM workload_pin WHERE side = ? AND item = ?", side.name(), item);
            transaction.execute("INSERT INTO workload_pin VALUES (?, ?, ?, ?, ?, ?, ?, ?)", side.name(), item,
                    target.cluster(), target.namespace(), target.kind(), target.name(), target.container(),
                    pin.pinned());
            workspace.ledger().append(transaction, "workload-pin",
                    Map.of("side", side.name(), "item", item, "target", target));
        });
    }

    /// Takes a pin back; the rules decide again.
    ///
    /// @throws StepFailure PIN_UNKNOWN
    void unpin(Side side, String item) {
        Optional<Pin> found = all().stream().filter(pin -> pin.side() == side && pin.item().equals(item)).findFirst();
        Pin pin = found.orElseThrow(() -> StepFailure.wrongUsage("PIN_UNKNOWN", "There is no pin of " + item + ".",
                "List the pins with: plimsoll workloads"));
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM workload_pin WHERE side = ? AND item = ?", side.name(), item);
            workspace.ledger().append(transaction, "workload-unpin",
                    Map.of("side", side.name(), "item", item, "target", pin.target()));
        });
    }
}
