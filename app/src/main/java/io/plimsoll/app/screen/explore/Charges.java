package io.plimsoll.app.screen.explore;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The charges behind a group, the largest first.
final class Charges {
    private static final double[] WIDTHS = {150, 60, 130, 190, 260, 260, 130, 110};

    private Charges() {
    }

    static PagedTable<List<String>> of(ScreenContext context, CostQuery query) {
        ProvenanceInfo.Rows rows = new CostOrigin(context.workbench().billing()).charges(query);
        List<Column<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            int at = i;
            String name = rows.columns().get(i);
            columns.add((rows.figures().contains(i)
                    ? Column.<List<String>>number(name, name, WIDTHS[i], row -> row.get(at))
                    : Column.<List<String>>text(name, name, WIDTHS[i], row -> row.get(at))).unsortable());
        }
        PagedTable<List<String>> table = new PagedTable<>(context.tasks(), Messages.text("explore.chargesTitle"),
                columns);
        table.setEmptyState(EmptyState.of(Messages.text("explore.nothing"), Messages.text("explore.nothingHint")));
        table.show(rows.source());
        table.view().setId("explore-charges");
        return table;
    }
}
