package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// The same workload under every strategy, replayed on what none of them saw.
final class StrategiesTable {
    /// Lower than elsewhere, so that more of the many strategies are seen at once.
    private static final double ROW = 24;

    private StrategiesTable() {
    }

    static Node of(ScreenContext context, WorkloadAdvice advice) {
        Advice pods = advice.advice();
        if (pods == null || pods.repairs().samples() == 0) {
            return EmptyState.of(Messages.text(pods == null ? "rightsizing.machineRule" : "rightsizing.noTelemetry"),
                    "");
        }
        PagedTable<StrategyOutcome> table = new PagedTable<>(context.tasks(), Messages.text("rightsizing.strategies"),
                List.of(Column.<StrategyOutcome>text("strategy", Messages.text("rightsizing.strategy"), 130,
                        each -> Strategies.named(each.name()).title()).unsortable(),
                        Column.<StrategyOutcome>text("size", Messages.text("rightsizing.size"), 152,
                                each -> SizeText.whole(each.size())).unsortable(),
                        Column.<StrategyOutcome>number("cost", Messages.text("rightsizing.answer.cost"), 66,
                                each -> cost(advice, each)).unsortable(),
                        Column.<StrategyOutcome>number("throttled", Messages.text("rightsizing.throttled"), 76,
                                each -> Formats.percent(each.replay().throttledShare(), 1)).unsortable(),
                        Column.<StrategyOutcome>number("kills", Messages.text("rightsizing.oom"), 46,
                                each -> Formats.count(each.replay().oomKills())).unsortable(),
                        Column.<StrategyOutcome>number("slack", Messages.text("rightsizing.slack"), 54,
                                each -> Formats.percent(each.replay().cpuSlack(), 0)).unsortable(),
                        Column.<StrategyOutcome>node("chosen", "", 70, each -> chosen(pods, each) ? "chosen" : "",
                                each -> mark(pods, each)).unsortable()));
        table.show((request, cancellation) -> Page.of(pods.strategies(), request));
        table.view().setId("rightsizing-strategies");
        table.view().setFixedCellSize(ROW);
        return table;
    }

    private static String cost(WorkloadAdvice advice, StrategyOutcome outcome) {
        boolean priced = advice.monthlyNow() != null
                && advice.monthlyNow().currency().equals(outcome.monthlyCost().currency());
        return priced ? MoneyFormat.brief(outcome.monthlyCost()) : Formats.NONE;
    }

    private static boolean chosen(Advice pods, StrategyOutcome outcome) {
        return outcome.name().equals(pods.strategy());
    }

    private static Node mark(Advice pods, StrategyOutcome outcome) {
        if (!chosen(pods, outcome)) {
            return new Region();
        }
        return pods.refused()
                ? new Pill(Messages.text("rightsizing.refused"), Tone.WARN)
                : new Pill(Messages.text("rightsizing.chosen"), Tone.GOOD);
    }
}
