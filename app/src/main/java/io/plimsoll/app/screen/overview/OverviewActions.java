package io.plimsoll.app.screen.overview;

import javafx.scene.Node;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What can be done on the overview: ask where a figure comes from, and go where it is shown in full.
final class OverviewActions {
    private final ScreenContext context;

    OverviewActions(ScreenContext context) {
        this.context = context;
    }

    /// Where a cost of the period comes from; away from the FX thread.
    ProvenanceInfo cost(OverviewFigures figures, CostTable table) {
        String metric = table.metric().column().focusName();
        String formula = figures.comparison()
                .map(each -> Messages.text("overview.costFormula", metric,
                        DateFormats.period(each.now()) + " / " + DateFormats.period(each.before())))
                .orElseGet(() -> Messages.text("overview.costFormulaAlone", metric));
        CostQuery query = CostQuestion.of(figures.filter(), table.metric(), figures.filter().period());
        String title = metric + ", " + DateFormats.period(figures.filter().period()) + ": "
                + MoneyFormat.exact(figures.money(table.total()));
        return origin().info(title, formula, query, table.sql(), figures.filter());
    }

    /// Where the groups come from.
    ProvenanceInfo groups(OverviewFigures figures) {
        return cost(figures, figures.groups());
    }

    ProvenanceInfo runRate(OverviewFigures figures) {
        RunRate rate = figures.runRate();
        String title = Messages.text("overview.runRate", DateFormats.monthAndYear(rate.month())) + ": "
                + MoneyFormat.exact(rate.amount());
        String formula = Messages.text("overview.runRateFormula", rate.days(), rate.month().lengthOfMonth(),
                MoneyFormat.exact(rate.actual()), rate.estimated(), RunRate.WEEKS);
        return origin().info(title, formula, CostQuestion.of(figures.filter(),
                new io.plimsoll.analysis.unit.Days(rate.month().atDay(1), figures.span().lastComplete())), "",
                figures.filter());
    }

    /// Where the movements come from; the rows are those of the later stretch.
    ProvenanceInfo moved(OverviewFigures figures, Movement movement) {
        return figures.comparison().map(each -> origin().info(
                Messages.text("overview.moved") + ", " + DateFormats.period(each.now()),
                Messages.text("overview.movedFormula", figures.groups().metric().column().focusName(),
                        DateFormats.period(each.now()), DateFormats.period(each.before()),
                        MoneyFormat.change(figures.money(movement.total()))),
                CostQuestion.of(figures.filter(), each.now()), figures.groups().sql(), figures.filter())).orElseThrow();
    }

    static ProvenanceInfo trust(Trust.Line line) {
        return new ProvenanceInfo(line.name() + ": " + line.finding(), line.formula(), "", null, java.util.List.of());
    }

    void explain(Node figure, java.util.function.Supplier<ProvenanceInfo> info) {
        context.provenance().open(figure, info);
    }

    /// Narrows the filter to one group and shows it in Explore.
    void explore(String dimension, String value) {
        context.filterProperty().set(context.filter().with(Condition.keep(dimension, value)));
        context.show("explore");
    }

    private CostOrigin origin() {
        return new CostOrigin(context.workbench().billing());
    }

    /// `12.3` of a share, without its sign of percent, for a column that has it in its title.
    static String percent(double share) {
        return Formats.number(share * 100, 1);
    }
}
