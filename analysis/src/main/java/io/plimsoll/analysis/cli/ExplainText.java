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
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.change.RevertPreview;
import io.plimsoll.analysis.unit.Money;

/// One event with all that is known of it, to be read.
final class ExplainText {
    private static final int MOST_COMMITS = 5;
    /// What is unrelated stays below.
    private static final double RELATED = 0.1;
    /// Per cent that would be written as zero with a sign.
    private static final double SMALLEST = 0.05;

    private ExplainText() {
    }

    /// What moved and by how much, where, whose commit, what would have been otherwise, what else is known, how to check it.
    static void print(CliContext context, FindingDetail detail, Surroundings around, Optional<RevertPreview> revert,
            List<LearnedView> second) {
        head(context, detail);
        context.print("");
        CauseLines.print(context, detail);
        context.print(BridgeLine.of(detail.bridge(), detail.finding().impact().currency()));
        context.print("");
        commits(context, detail.commits());
        revert.ifPresent(each -> context.print(RevertText.sentence(each)));
        context.print("");
        detail.account().counterfactuals().forEach(each -> context.print(each.sentence()));
        if (around.driver() != null) {
            context.print(around.driver().sentence());
        }
        detail.account().breakdowns().forEach(each -> context.print(line(each)));
        Breakdown driven = around.breakdown();
        if (driven != null) {
            context.print(line(driven));
        }
        context.print("");
        neighbours(context, around.neighbours(), around.note());
        second.forEach(each -> context.print(each.sentence()));
        statement(context, detail.finding().id(), detail.account().sql().days());
    }

    private static void head(CliContext context, FindingDetail detail) {
        Finding finding = detail.finding();
        context.print(finding.kind().title() + " of " + finding.key().title() + ", " + finding.start() + " to "
                + finding.end() + (finding.open() ? ", still open" : "") + (finding.provisional()
                        ? ", provisional"
                        : "")
                + ": " + TextTable.money(finding.impact()));
        context.print(detail.sentence());
        Money month = detail.account().monthlyExcess();
        if (month != null) {
            context.print("If nothing is done, a month costs " + TextTable.money(month.signum() < 0
                    ? month.negate()
                    : month) + (month.signum() < 0 ? " less." : " more."));
        }
    }

    private static void statement(CliContext context, String id, String sql) {
        context.print("");
        context.print("To check it: plimsoll query \"$(plimsoll explain " + id + " --sql)\"");
        context.print("");
        context.print(sql);
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

    static String percent(double percent) {
        boolean none = Math.abs(percent) < SMALLEST;
        return none ? "0.0 %" : String.format(Locale.ROOT, Math.abs(percent) < 10 ? "%+.1f %%" : "%+.0f %%", percent);
    }

    /// Those that fit at all; the others only are counted.
    private static void commits(CliContext context, List<CommitScore> scores) {
        TextTable table = new TextTable("commit", ">score", "what");
        List<CommitScore> fitting = scores.stream().limit(MOST_COMMITS).filter(each -> each.score() >= RELATED)
                .toList();
        fitting.forEach(each -> table.row(each.id().substring(0, 7), String.format(Locale.ROOT, "%.2f", each.score()),
                each.sentence()));
        if (!fitting.isEmpty()) {
            table.print(context.out());
        }
        int others = scores.size() - fitting.size();
        if (scores.isEmpty()) {
            context.print(context.cloneGone().orElse(context.workbench().repository().folder().isEmpty()
                    ? "No clone is known, so no commit can be named. Add one: plimsoll repo add CLONE"
                    : "No commit is known of the ten days before."));
        } else if (fitting.isEmpty()) {
            context.print("No commit of the ten days before fits. Looked at: " + others + ".");
        } else if (others > 0) {
            context.print("Other commits of the ten days before that fit less: " + others + ".");
        }
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
        commits(context, near);
        neighbours(context, detail.neighbours(), detail.note());
        second.forEach(each -> context.print(each.sentence()));
        if (!detail.sql().isEmpty()) {
            statement(context, signal.id(), detail.sql());
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
