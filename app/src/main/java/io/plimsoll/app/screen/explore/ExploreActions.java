package io.plimsoll.app.screen.explore;

import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.ChoicePop;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What can be done with the groups: filter by one, see where they come from, take them along.
final class ExploreActions {
    private final ScreenContext context;
    private final ExploreModel model;

    ExploreActions(ScreenContext context, ExploreModel model) {
        this.context = context;
        this.model = model;
    }

    /// Narrows the filter of the window to a group, or to everything but it.
    void filter(GroupRow row, boolean exclude) {
        String dimension = model.shown().groupBy().get(row.path().size() - 1);
        context.filterProperty().set(context.filter().with(new Condition(dimension, exclude, List.of(row.value()))));
    }

    /// Narrows the filter to the outer value at a cell of a treemap, so that the next dimension is looked at. What can't be narrowed
    /// further stays as it is.
    void stepInto(Areas areas, int cell) {
        String value = areas.valueAt(cell);
        if (value == null || areas.by().isEmpty() || Areas.isPinned(model.shown(), areas.by().getFirst())) {
            return;
        }
        context.filterProperty().set(context.filter().with(Condition.keep(areas.by().getFirst(), value)));
    }

    /// Asks for a dimension to group by inside the others.
    void addDimension(Node owner) {
        List<String> by = model.shown().groupBy();
        context.tasks().submit(Messages.text("explore.dimensionsReading"),
                (progress, cancellation) -> context.workbench().billing().dimensions(),
                dimensions -> ChoicePop.open(owner,
                        dimensions.stream().filter(each -> !by.contains(each.name()))
                                .map(each -> new ChoicePop.Choice(each.name(),
                                        each.inCube() ? "" : Messages.text("filter.fromCharges")))
                                .toList(),
                        this::groupBy));
    }

    /// Adds a dimension inside the others.
    void groupBy(String dimension) {
        List<String> more = new ArrayList<>(context.filter().groupBy());
        more.add(dimension);
        context.filterProperty().set(context.filter().withGroupBy(more));
    }

    boolean canFilter(GroupRow row) {
        return !row.rest() && row.path().size() <= model.shown().groupBy().size();
    }

    /// Shows the statement, the charges and the files behind the groups.
    void origin(Node owner, Level level) {
        context.provenance().open(owner, () -> info(level));
    }

    /// Shows the statement, the charges and the files behind the picture.
    void chartOrigin(Node owner) {
        Layers layers = model.layersProperty().get();
        Areas areas = model.areasProperty().get();
        if (areas != null) {
            context.provenance().open(owner, () -> info(areas));
        } else if (layers != null) {
            context.provenance().open(owner, () -> info(layers));
        }
    }

    ProvenanceInfo info(Layers layers) {
        Days period = model.shown().period();
        CostQuery query = CostQuestion.of(model.shown(), period);
        BigDecimal total = layers.steps().isEmpty() ? BigDecimal.ZERO : layers.sum(0, layers.steps().size() - 1);
        return new CostOrigin(context.workbench().billing()).info(title(query, period, total),
                Messages.text("explore.chartFormula", query.metric().column().focusName(),
                        named(model.shown().groupBy().stream().limit(1).toList()), model.topProperty().get()),
                query, layers.sql(), model.shown());
    }

    ProvenanceInfo info(Areas areas) {
        CostQuery query = model.query(List.of());
        return new CostOrigin(context.workbench().billing()).info(title(query, model.days(), areas.total()),
                Messages.text("explore.areasFormula", query.metric().column().focusName(), named(areas.by()),
                        ExploreCharts.leftOut(model.shown(), areas)),
                query, areas.sql(), model.shown());
    }

    private String title(CostQuery query, Days days, BigDecimal total) {
        return query.metric().column().focusName() + ", " + DateFormats.period(days) + ": "
                + MoneyFormat.exact(new Money(total, model.shown().currency()));
    }

    private static String named(List<String> by) {
        return by.isEmpty() ? Messages.text("filter.groupNone") : String.join(" \u203a ", by);
    }

    ProvenanceInfo info(Level level) {
        CostQuery query = model.query(List.of());
        return new CostOrigin(context.workbench().billing()).info(title(query, model.days(), level.total()),
                Messages.text("explore.formula", query.metric().column().focusName(), named(model.shown().groupBy()),
                        listed(level)),
                query, level.sql(), model.shown());
    }

    /// How much of the total the listed groups are, added up again from the rows; what is missing lies in groups beyond the limit.
    String listed(Level level) {
        BigDecimal listed = level.rows().stream().filter(row -> !row.rest()).map(row -> row.cost().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = level.total().subtract(listed);
        return rest.signum() == 0
                ? Messages.text("explore.listed", exact(listed))
                : Messages.text("explore.listedPart", exact(listed), exact(level.total()), exact(rest));
    }

    private String exact(BigDecimal amount) {
        return MoneyFormat.exact(new Money(amount, model.shown().currency()));
    }

    /// Puts the rows on the clipboard, with tabs.
    void copy(List<GroupRow> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(GroupText.tsv(model.shown().groupBy(), rows));
        Clipboard.getSystemClipboard().setContent(content);
        context.notice(Messages.text("explore.copied", Formats.count(rows.size())));
    }

    /// Asks for a file and writes the rows.
    void export(Node owner, List<GroupRow> rows) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("costs-" + model.days().from() + "-" + model.days().to() + ".csv");
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            String text = GroupText.csv(model.shown().groupBy(), rows);
            context.tasks().submit(Messages.text("explore.exporting", file.getName()), (progress, cancellation) -> {
                AtomicFile.write(file.toPath(), text);
                return file.getName();
            }, name -> context.notice(Messages.text("explore.exported", name)));
        }
    }
}
