package io.plimsoll.app.screen.quality;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.analysis.conformance.SampleRow;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Rows that don't comply with the chosen rule, with a column for each that the rule reads.
final class SampleRows extends StackPane {
    private static final double FILE = 150;
    private static final double LINE = 50;
    private static final double VALUE = 110;

    private final ScreenContext context;

    SampleRows(ScreenContext context) {
        this.context = context;
        show(null);
    }

    void show(@Nullable RuleResult rule) {
        if (rule == null || rule.samples().isEmpty()) {
            getChildren().setAll(
                    EmptyState.of(Messages.text("quality.noSamples"), Messages.text("quality.noSamplesHint")));
            return;
        }
        List<Column<SampleRow>> columns = new ArrayList<>();
        columns.add(Column.text("file", Messages.text("quality.sampleFile"), FILE, QualityText::file).unsortable());
        columns.add(Column.<SampleRow>number("line", Messages.text("quality.sampleLine"), LINE,
                row -> Formats.count(row.line())).unsortable());
        for (String name : QualityText.columns(rule)) {
            columns.add(Column.<SampleRow>mono(name, name, VALUE, row -> QualityText.value(row, name)).unsortable());
        }
        PagedTable<SampleRow> table = new PagedTable<>(context.tasks(), Messages.text("quality.samples"), columns);
        table.view().setId("quality-samples");
        table.show((request, cancellation) -> Page.of(rule.samples(), request));
        getChildren().setAll(table);
    }
}
