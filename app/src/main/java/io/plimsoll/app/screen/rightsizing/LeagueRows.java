package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import javafx.scene.Node;

import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.League;
import io.plimsoll.analysis.rightsizing.LeagueRow;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The league table of one currency.
final class LeagueRows {
    private static final double ROW = 24;

    private LeagueRows() {
    }

    static Node of(ScreenContext context, League league) {
        PagedTable<LeagueRow> table = new PagedTable<>(context.tasks(), Messages.text("rightsizing.league"),
                List.of(Column.<LeagueRow>text("strategy", Messages.text("rightsizing.strategy"), 158, LeagueRows::name)
                        .unsortable(),
                        Column.<LeagueRow>number("cost", Messages.text("rightsizing.answer.cost"), 72, LeagueRows::cost)
                                .unsortable(),
                        Column.<LeagueRow>number("above", Messages.text("rightsizing.answer.above"), 104,
                                each -> Formats.percent(each.above(), 2)).unsortable(),
                        Column.<LeagueRow>number("unmet", Messages.text("rightsizing.unmet"), 62,
                                each -> Formats.percent(each.unmet(), 2)).unsortable(),
                        Column.<LeagueRow>number("kills", Messages.text("rightsizing.oom"), 46,
                                each -> Formats.count(each.oomKills())).unsortable(),
                        Column.<LeagueRow>number("slack", Messages.text("rightsizing.slack"), 54,
                                each -> Formats.percent(each.slack(), 0)).unsortable(),
                        Column.<LeagueRow>number("breaking", Messages.text("rightsizing.breaking"), 62,
                                each -> Formats.count(each.breaking())).unsortable()));
        table.show((request, cancellation) -> Page.of(league.rows(), request));
        table.view().setId("rightsizing-league");
        table.view().setFixedCellSize(ROW);
        return table;
    }

    static String name(LeagueRow row) {
        return row.kind() == FrontierMark.Kind.STRATEGY
                ? Strategies.named(row.strategy()).title()
                : Messages.text(row.kind() == FrontierMark.Kind.NOW ? "rightsizing.now" : "rightsizing.proposedRaised");
    }

    private static String cost(LeagueRow row) {
        return row.monthlyCost() == null ? Formats.NONE : MoneyFormat.brief(row.monthlyCost());
    }
}
