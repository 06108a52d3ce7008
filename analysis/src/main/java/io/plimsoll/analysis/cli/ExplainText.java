package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.LearnedView;
import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.change.RevertPreview;
import io.plimsoll.analysis.unit.Money;

/// One event with all that is known of it, to be read.
final class ExplainText {
    private static final int MOST_COMMITS = 5;
    /// What is unrelated stays below.
    private static final double RELATED = 0.1;

    private ExplainText() {
    }

    static void print(CliContext context, FindingDetail detail, Surroundings around, Optional<RevertPreview> revert,
            List<LearnedView> second) {
        Finding finding = detail.finding();
        context.print(finding.kind().title() + " of " + finding.key().title() + ", " + finding.start() + " to "
                + finding.end()
                + ": " + TextTable.money(finding.impact()));
        context.print(finding.explanation().sentence());
        Money month = detail.account().monthlyExcess();
        if (month != null) {
            context.print("If nothing is done, a month costs " + TextTable.money(month.signum() < 0
                    ? month.negate()
                    : month) + (month.signum() < 0 ? " less." : " more."));
        }
        detail.account().breakdowns().forEach(each -> context.print(line(each)));
        Breakdown driven = around.breakdown();
        if (driven != null) {
            context.print(line(driven));
        }
        detail.account().counterfactuals().forEach(each -> context.print(each.sentence()));
        if (around.driver() != null) {
            context.print(around.driver().sentence());
        }
        where(context, detail);
        revert.ifPresent(each -> context.print(RevertText.sentence(each)));
        neighbours(context, around.neighbours(), around.note());
        second.forEach(each -> context.print(each.sentence()));
        context.print("");
        context.print(detail.account().sql().days());
    }

    /// `Cost of these days, against the mean of the weeks before: +250 % = quantity +200 %, times unit price +17 %`
    private static String line(Breakdown breakdown) {
        String sign = breakdown.rule() == Breakdown.Rule.MULTIPLY ? ", times " : ", ";
        return breakdown.about().substring(0, 1).toUpperCase(Locale.ROOT) + breakdown.about().substring(1) + ": "
                + percent(breakdown.percent()) + " = "
                + breakdown.parts().stream().map(ExplainText::part).collect(Collectors.joining(sign));
    }

    private static String part(Contribution part) {
        return part.name() + " " + percent(part.percent());
    }

    private static String percent(double percent) {
        return String.format(Locale.ROOT, Math.abs(percent) < 10 ? "%+.1f %%" : "%+.0f %%", percent);
    }

    private static void where(CliContext context, FindingDetail detail) {
        CauseLines.print(context, detail);
        Bridge bridge = detail.bridge().rounded(2);
        context.print(
                "from " + TextTable.cents(bridge.before()) + " expected: volume " + TextTable.cents(bridge.volume()) + ", mix "
                        + TextTable.cents(bridge.mix()) + ", price " + TextTable.cents(bridge.price())
                        + ", new " + TextTable.cents(bridge.started()) + ", ended " + TextTable.cents(bridge.ended()) + ", other "
                        + TextTable.cents(bridge.other()));
        commits(context, detail.commits());
    }

    private static void commits(CliContext context, List<CommitScore> commits) {
        if (commits.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("commit", ">score", "what");
        commits.stream().limit(MOST_COMMITS).forEach(commit -> table.row(commit.id().substring(0, 7),
                String.format(Locale.ROOT, "%.2f", commit.score()), commit.sentence()));
        table.print(context.out());
    }

    static void print(CliContext context, SignalDetail detail, List<CommitScore> near, List<LearnedView> second) {
        Signal signal = detail.signal();
        context.print(signal.kind().title() + " of " + signal.metric() + ", " + signal.key().title() + ", "
                + signal.from() + " to " + signal.until() + ": " + SignalJson.size(signal));
        context.print(signal.explanation().sentence());
        for (int i = 0; i < detail.cost().size(); i++) {
            Money cost = detail.cost().get(i);
            String usual = detail.usual().stream().filter(each -> each.currency().equals(cost.currency())).findFirst()
                    .map(each -> ", usually " + TextTable.money(each)).orElse("");
            context.print(detail.workload() + " cost " + TextTable.money(cost) + " on these days" + usual + ".");
        }
        commits(context, near.stream().filter(each -> each.score() >= RELATED).toList());
        neighbours(context, detail.neighbours(), detail.note());
        second.forEach(each -> context.print(each.sentence()));
        if (!detail.sql().isEmpty()) {
            context.print("");
            context.print(detail.sql());
        }
    }

    private static void neighbours(CliContext context, List<Neighbour> neighbours, String note) {
        if (!note.isEmpty()) {
            context.print(note);
            return;
        }
        TextTable table = new TextTable("measured at the time", ">hours after its beginning", "of");
        neighbours.forEach(each -> table.row(each.text(), each.lagHours() == null ? "" : each.lagHours(),
                each.workload()));
        table.print(context.out());
    }
}
