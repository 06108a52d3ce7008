package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.AlertReplay;
import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.Precision;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "alerts", description = "How many alerts a week you want, what other numbers would have meant in the loaded history, and how right they were.")
final class AlertsCommand implements CliCommand {
    private static final String NONE = "none";

    @Option(names = "--budget", paramLabel = "N", description = "Alerts a week, all domains together; none for all.")
    @Nullable
    String budget;

    @Override
    public int run(CliContext context) {
        Feedback feedback = context.workbench().anomalies().feedback();
        if (budget != null) {
            feedback.budget(budget.equals(NONE) ? null : number(budget));
        }
        AlertReplay replay = feedback.replay(context.progress(), Cancellation.never());
        if (context.json()) {
            context.print(json(context, replay));
        } else {
            print(context, replay);
        }
        return 0;
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw StepFailure.wrongUsage("ALERT_BUDGET", text + " is no number of alerts a week.",
                    "Say a whole number, or none to hear of everything.");
        }
    }

    private static void print(CliContext context, AlertReplay replay) {
        AlertSetting now = replay.current();
        Precision of = now.precision();
        context.print((now.budget() == null
                ? "There is no alert budget: everything is heard."
                : "The alert budget is " + now.budget() + " a week, from a weight of " + weight(now) + " on.")
                + " In the " + (replay.weeks() == 1 ? "week" : replay.weeks() + " weeks") + " from " + replay.from()
                + " this setting would have fired "
                + (now.fired() == 1 ? "once" : now.fired() + " times") + ": " + of.real() + " real, " + of.expected()
                + " expected, " + of.useless()
                + " useless, " + of.unlabelled() + " unlabelled; " + now.below() + " below the budget.");
        TextTable table = new TextTable(">a week", ">weight", ">fired", ">below", ">busiest week", ">weeks over",
                ">real", ">expected", ">useless", ">unlabelled", "real of judged");
        replay.others().forEach(each -> table.row(each.budget() == null ? "all" : each.budget(), weight(each),
                each.fired(), each.below(), each.busiest(), each.overWeeks(), each.precision().real(),
                each.precision().expected(), each.precision().useless(), each.precision().unlabelled(),
                share(each.precision())));
        table.print(context.out());
        group(context, "kind", replay.kinds());
        group(context, "domain", replay.domains());
    }

    private static void group(CliContext context, String title, List<Precision> groups) {
        if (groups.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(title, ">fired", ">real", ">expected", ">useless", ">unlabelled",
                "real of judged");
        groups.forEach(each -> table.row(each.of().replace('_', ' '), each.fired(), each.real(), each.expected(),
                each.useless(),
                each.unlabelled(), share(each)));
        context.print("");
        table.print(context.out());
    }

    private static String weight(AlertSetting setting) {
        return setting.threshold() > 1 ? "nothing" : String.format(Locale.ROOT, "%.2f", setting.threshold());
    }

    private static String share(Precision precision) {
        return precision.enough()
                ? String.format(Locale.ROOT, "%.0f %% (%.0f to %.0f)", 100 * precision.share(), 100 * precision.low(),
                        100 * precision.high())
                : "too few labels";
    }

    private static ObjectNode json(CliContext context, AlertReplay replay) {
        ObjectNode document = context.object().put("from", replay.from().toString())
                .put("through", replay.through().toString()).put("weeks", replay.weeks());
        json(document.putObject("current"), replay.current());
        ArrayNode others = document.putArray("budgets");
        replay.others().forEach(each -> json(others.addObject(), each));
        ArrayNode kinds = document.putArray("kinds");
        replay.kinds().forEach(each -> json(kinds.addObject().put("kind", each.of()), each));
        ArrayNode domains = document.putArray("domains");
        replay.domains().forEach(each -> json(domains.addObject().put("domain", each.of()), each));
        return document;
    }

    private static void json(ObjectNode object, AlertSetting setting) {
        object.put("budget", setting.budget()).put("threshold", setting.threshold()).put("below", setting.below())
                .put("busiestWeek", setting.busiest()).put("weeksOver", setting.overWeeks());
        json(object, setting.precision());
    }

    private static void json(ObjectNode object, Precision precision) {
        object.put("fired", precision.fired()).put("real", precision.real()).put("expected", precision.expected())
                .put("useless", precision.useless()).put("unlabelled", precision.unlabelled());
        ObjectNode share = object.putObject("precision").put("enough", precision.enough());
        if (precision.judged() > 0) {
            share.put("share", precision.share()).put("low95", precision.low()).put("high95", precision.high());
        } else {
            share.putNull("share").putNull("low95").putNull("high95");
        }
    }
}
