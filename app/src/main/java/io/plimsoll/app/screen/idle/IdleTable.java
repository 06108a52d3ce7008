package io.plimsoll.app.screen.idle;

import java.util.List;

import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The columns of the list.
final class IdleTable {
    private static final double ROW = 45;
    /// In a narrower list what was seen stands beside the list only.
    private static final double WITH_EVIDENCE = 640;

    private IdleTable() {
    }

    static PagedTable<IdleFinding> of(ScreenContext context) {
        PagedTable<IdleFinding> table = new PagedTable<>(context.tasks(), Messages.text("screen.idle"), List.of(
                Column.<IdleFinding>node("resource", Messages.text("idle.resource"), 166, IdleFinding::resourceId,
                        each -> Words.name(each.name(), each.region())),
                Column.<IdleFinding>text("kind", Messages.text("idle.kind"), 156, each -> IdleText.kind(each.kind())),
                Column.<IdleFinding>number("cost", Messages.text("idle.cost"), 74, IdleText::cost),
                Column.<IdleFinding>node("certainty", Messages.text("idle.certainty"), 84,
                        each -> IdleText.certainty(each.certainty()),
                        each -> new Pill(IdleText.certainty(each.certainty()), IdleText.tone(each.certainty()))),
                Column.<IdleFinding>node("evidence", Messages.text("idle.evidence"), 300, IdleFinding::evidence,
                        each -> Words.cell(each.evidence())).unsortable()));
        table.view().setId("idle-rows");
        table.view().setFixedCellSize(ROW);
        table.widthProperty().addListener((property, before, now) -> table.view().getColumns().stream()
                .filter(column -> column.getId().equals("evidence"))
                .forEach(column -> column.setVisible(now.doubleValue() >= WITH_EVIDENCE)));
        return table;
    }
}
