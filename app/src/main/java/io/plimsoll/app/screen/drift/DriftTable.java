package io.plimsoll.app.screen.drift;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;

/// The columns of the list.
final class DriftTable {
    private static final double ROW = 45;

    private DriftTable() {
    }

    static PagedTable<DriftRow> of(ScreenContext context) {
        PagedTable<DriftRow> table = new PagedTable<>(context.tasks(), Messages.text("screen.drift"), List.of(
                Column.<DriftRow>node("workload", Messages.text("drift.workload"), 156, DriftRow::object,
                        row -> two(row.workload(), "pl-medium", row.namespace() + " · " + row.kind())),
                Column.<DriftRow>node("field", Messages.text("drift.field"), 140, DriftRow::field,
                        row -> two(DriftText.briefField(row), "pl-mono", row.container())),
                Column.<DriftRow>mono("git", Messages.text("drift.git"), 66, row -> DriftText.value(row.git()))
                        .unsortable(),
                Column.<DriftRow>mono("cluster", Messages.text("drift.cluster"), 66,
                        row -> DriftText.value(row.cluster())).unsortable(),
                Column.<DriftRow>node("owner", Messages.text("drift.owner"), 118, DriftText::owner, DriftTable::owner),
                Column.<DriftRow>node("state", Messages.text("drift.stateColumn"), 112, DriftText::state,
                        row -> new Pill(DriftText.state(row), DriftText.tone(row))),
                Column.<DriftRow>number("monthly", Messages.text("drift.monthly"), 74, DriftText::monthly)
                        .unsortable(),
                Column.<DriftRow>node("place", Messages.text("drift.place"), 186, DriftText::place,
                        row -> two(DriftText.file(row), "pl-mono", DriftText.folderAndLine(row)))));
        table.view().setId("drift-rows");
        table.view().setFixedCellSize(ROW);
        return table;
    }

    private static Node owner(DriftRow row) {
        DriftOwner owner = row.owner();
        return owner == null
                ? new Label()
                : two(owner.manager(), "pl-dim", owner.time() == null ? "" : DateFormats.time(owner.time()));
    }

    private static Node two(String first, String style, String second) {
        Label upper = new Label(first);
        upper.getStyleClass().add(style);
        Label lower = new Label(second);
        lower.getStyleClass().addAll("pl-faint", "pl-small");
        VBox box = second.isEmpty() ? new VBox(upper) : new VBox(1, upper, lower);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
