package io.plimsoll.app.screen.observability;

import java.util.List;

import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The columns of the list.
final class ObservabilityTable {
    private static final double ROW = 45;
    /// In a narrower list what it says stands beside the list only.
    private static final double WITH_WORDS = 640;

    private ObservabilityTable() {
    }

    static PagedTable<ObservabilityEntry> of(ScreenContext context) {
        PagedTable<ObservabilityEntry> table = new PagedTable<>(context.tasks(), Messages.text("screen.observability"),
                List.of(Column.<ObservabilityEntry>node("title", Messages.text("observability.subject"), 236,
                        ObservabilityEntry::title, each -> Words.name(each.title(), each.under())),
                        Column.<ObservabilityEntry>text("kind", Messages.text("observability.kind"), 120,
                                ObservabilityEntry::kind),
                        Column.<ObservabilityEntry>number("cost", Messages.text("observability.cost"), 84,
                                each -> (each.estimate() && !each.cost().isEmpty() ? "\u2248 " : "")
                                        + ObservabilityText.sums(each.cost())),
                        Column.<ObservabilityEntry>number("share", Messages.text("observability.share"), 80,
                                ObservabilityEntry::share).unsortable(),
                        Column.<ObservabilityEntry>node("says", Messages.text("observability.says"), 262,
                                ObservabilityEntry::says, each -> Words.cell(each.says())).unsortable()));
        table.view().setId("observability-rows");
        table.view().setFixedCellSize(ROW);
        table.widthProperty().addListener((property, before, now) -> table.view().getColumns().stream()
                .filter(column -> column.getId().equals("says"))
                .forEach(column -> column.setVisible(now.doubleValue() >= WITH_WORDS)));
        return table;
    }
}
