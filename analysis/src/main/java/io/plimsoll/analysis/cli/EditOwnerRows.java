package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.EditOwner;
import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BlastRadius;
import io.plimsoll.analysis.workload.WorkloadKey;

/// Whose value each edit changes: how many roots take it, and what their workloads cost.
final class EditOwnerRows {
    private EditOwnerRows() {
    }

    static void print(CliContext context, List<EditPreview> edits) {
        TextTable table = new TextTable("edit", "owner", "affected", "cost a month");
        edits.forEach(edit -> {
            EditOwner owner = edit.owner();
            String before = edit.before();
            table.row(edit.label().replace('-', ' ') + " " + (before == null ? "(none)" : before) + " → "
                    + edit.intent().newValue(), owner.known() ? owner.text() : "unknown",
                    owner.known() ? String.valueOf(owner.changes().size()) : "", money(owner.monthly()));
        });
        table.print(context.out());
    }

    static String money(List<Money> monthly) {
        return monthly.isEmpty()
                ? "unknown"
                : monthly.stream().map(TextTable::money).collect(Collectors.joining(" and "));
    }

    static void put(ObjectNode object, EditPreview edit) {
        EditOwner owner = edit.owner();
        Intent.Overlay overlay = edit.intent().overlay();
        object.put("base", owner.isBase()).put("affected", owner.changes().size())
                .put("patches", overlay == null ? null : overlay.root());
        owner.changes().forEach(object.putArray("changes")::add);
        owner.hidden().forEach(object.putArray("hidden")::add);
        ArrayNode workloads = object.putArray("workloads");
        BlastRadius reach = owner.reach();
        if (reach != null) {
            reach.workloads().forEach(each -> workloads.add(name(each.key())));
        }
        ObjectNode cost = object.putObject("monthlyCost");
        owner.monthly().forEach(money -> cost.put(money.currency(), money.plain()));
    }

    private static String name(WorkloadKey key) {
        return key.namespace() + "/" + key.name();
    }
}
