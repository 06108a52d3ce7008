package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;

import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.Comparison;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The groups of the first dimension, the costliest first.
final class GroupsTable {
    /// @param change over complete days, as it is to be read; empty if it can't be compared
    /// @param moved  the same as a share, `NaN` without one
    record Line(String value, String cost, String change, double moved, String share) {}

    private GroupsTable() {
    }

    static List<Line> lines(OverviewFigures figures) {
        Map<String, Movement.Line> moved = new HashMap<>();
        if (figures.moved() != null) {
            figures.moved().lines().forEach(line -> moved.put(line.value(), line));
        }
        List<Line> lines = new ArrayList<>();
        for (CostTable.Row row : figures.groups().rows()) {
            String value = row.key().values().iterator().next();
            Movement.Line line = moved.get(value);
            double share = line == null ? Double.NaN : OverviewFigures.share(line.change(), line.before());
            lines.add(new Line(value, MoneyFormat.brief(figures.money(row.cost())), change(line, share), share,
                    OverviewActions.percent(OverviewFigures.share(row.cost(), figures.groups().total()))));
        }
        return lines;
    }

    private static String change(Movement.@org.jspecify.annotations.Nullable Line line, double share) {
        if (line == null) {
            return "";
        }
        boolean isNew = line.before().compareTo(BigDecimal.ZERO) == 0 && line.now().signum() > 0;
        return isNew ? Messages.text("overview.new") : Formats.change(share, 1).replace(Formats.THIN + "%", "");
    }

    static PagedTable<Line> of(ScreenContext context, OverviewFigures figures, OverviewActions actions) {
        String against = figures.comparison().map(Comparison::against).orElse("");
        PagedTable<Line> table = new PagedTable<>(context.tasks(),
                Messages.text("overview.groups", figures.dimension()),
                List.of(Column.<Line>text("group", Messages.text("overview.group"), 300,
                        line -> Condition.named(line.value())).unsortable(),
                        Column.<Line>number("cost", Messages.text("overview.groupCost"), 84, Line::cost).unsortable(),
                        changes(against.isEmpty()
                                ? Messages.text("overview.groupChangeNone")
                                : Messages.text("overview.groupChange", against)),
                        Column.<Line>number("share", Messages.text("overview.groupShare"), 74, Line::share)
                                .unsortable()));
        List<Line> lines = lines(figures);
        table.show((request, cancellation) -> Page.of(lines, request));
        table.onOpen(line -> actions.explore(figures.dimension(), line.value()));
        table.view().setId("overview-groups");
        return table;
    }

    private static Column<Line> changes(String title) {
        return new Column<>("change", title, 122, "pl-num", Line::change,
                GroupsTable::colored, false);
    }

    private static Node colored(Line line) {
        Label label = new Label(line.change());
        if (line.moved() > 0.05) {
            label.getStyleClass().add("pl-bad");
        } else if (line.moved() < -0.05) {
            label.getStyleClass().add("pl-good");
        }
        return label;
    }
}
