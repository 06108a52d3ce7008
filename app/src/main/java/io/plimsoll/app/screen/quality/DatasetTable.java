package io.plimsoll.app.screen.quality;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The columns of the datasets.
final class DatasetTable {
    private static final double ROW = 45;
    private static final double WIDE = 640;
    /// Left out of a narrower table; they stand beside it.
    private static final Set<String> WIDE_ONLY = Set.of("rows", "aDay", "emptier");

    private DatasetTable() {
    }

    static PagedTable<DatasetHealth> of(ScreenContext context) {
        PagedTable<DatasetHealth> table = new PagedTable<>(context.tasks(), Messages.text("quality.datasets"), List.of(
                Column.<DatasetHealth>node("dataset", Messages.text("quality.dataset"), 196, HealthText::name,
                        DatasetTable::name),
                Column.<DatasetHealth>text("newest", Messages.text("quality.newest"), 94,
                        each -> HealthText.day(each.newest())),
                Column.<DatasetHealth>text("complete", Messages.text("quality.complete"), 94, HealthText::complete),
                Column.<DatasetHealth>number("rows", Messages.text("quality.rows"), 62,
                        each -> Formats.compact(each.rows())),
                Column.<DatasetHealth>number("aDay", Messages.text("quality.aDay"), 62,
                        each -> Formats.compact(each.rowsADay())),
                Column.<DatasetHealth>text("emptier", Messages.text("quality.emptier"), 94, HealthText::emptier)
                        .unsortable(),
                Column.<DatasetHealth>node("drift", Messages.text("quality.drift"), 84, HealthText::drift,
                        DatasetTable::drift).unsortable()));
        table.view().setId("quality-datasets");
        table.view().setFixedCellSize(ROW);
        table.onlyWide(WIDE, WIDE_ONLY);
        return table;
    }

    private static Node name(DatasetHealth each) {
        Label upper = new Label(HealthText.name(each));
        upper.getStyleClass().add("pl-medium");
        Label lower = new Label(HealthText.under(each));
        lower.getStyleClass().addAll("pl-faint", "pl-small");
        VBox box = new VBox(1, upper, lower);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node drift(DatasetHealth each) {
        return each.drifted().<Node>map(drift -> new Pill(HealthText.psi(drift), HealthText.tone(drift)))
                .orElseGet(() -> new Label(Formats.NONE));
    }
}
