package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.change.RevertPreview;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "explain", description = "Why a finding was flagged, where it comes from, and the commits just before.")
final class ExplainCommand implements CliCommand {
    private static final double LIKELY = 0.5;

    @Parameters(index = "0", paramLabel = "ID")
    String id = "";

    @Override
    public int run(CliContext context) {
        Anomalies anomalies = context.workbench().anomalies();
        FindingDetail detail = anomalies.explain(id, context.progress(), Cancellation.never());
        if (context.json()) {
            context.print(json(context, anomalies, detail));
        } else {
            print(context, detail);
        }
        return 0;
    }

    private static ObjectNode json(CliContext context, Anomalies anomalies, FindingDetail detail) {
        Finding finding = detail.finding();
        ObjectNode document = AnomaliesCommand.FindingJson.write(context.object(), detail,
                anomalies.labels().get(finding.id()));
        document.put("explanation", finding.explanation().sentence());
        ArrayNode contributions = document.putArray("contributions");
        finding.explanation().contributions()
                .forEach(each -> contributions.addObject().put("name", each.name()).put("percent", each.percent()));
        Bridge bridge = detail.bridge();
        document.putObject("bridge").put("before", Json.plain(bridge.before()))
                .put("volume", Json.plain(bridge.volume()))
                .put("mix", Json.plain(bridge.mix())).put("price", Json.plain(bridge.price()))
                .put("started", Json.plain(bridge.started())).put("ended", Json.plain(bridge.ended()))
                .put("other", Json.plain(bridge.other())).put("after", Json.plain(bridge.after()));
        ArrayNode sentences = document.putArray("commitSentences");
        detail.commits().forEach(commit -> sentences.add(commit.sentence()));
        revert(context, detail).ifPresent(each -> RevertText.write(document.putObject("revert"), each));
        return document;
    }

    private static void print(CliContext context, FindingDetail detail) {
        Finding finding = detail.finding();
        context.print(finding.kind().title() + " of " + finding.key().title() + ", " + finding.start() + " to "
                + finding.end()
                + ": " + TextTable.money(finding.impact()));
        context.print(finding.explanation().sentence());
        TextTable causes = new TextTable("where it comes from", ">excess", ">share");
        detail.causes().forEach(cause -> causes.row(cause.text(), cause.excess().setScale(2, RoundingMode.HALF_EVEN),
                percent(cause.share())));
        causes.print(context.out());
        Bridge bridge = detail.bridge().rounded(2);
        context.print(
                "volume " + cents(bridge.volume()) + ", mix " + cents(bridge.mix()) + ", price " + cents(bridge.price())
                        + ", new " + cents(bridge.started()) + ", ended " + cents(bridge.ended()) + ", other "
                        + cents(bridge.other()));
        TextTable commits = new TextTable("commit", ">score", "what");
        detail.commits().stream().limit(5).forEach(commit -> commits.row(commit.id().substring(0, 7),
                String.format(Locale.ROOT, "%.2f", commit.score()), commit.sentence()));
        commits.print(context.out());
        revert(context, detail).ifPresent(each -> context.print(RevertText.sentence(each)));
    }

    /// Of the likeliest commit, if it is likelier than all else together.
    private static Optional<RevertPreview> revert(CliContext context, FindingDetail detail) {
        return detail.commits().stream().limit(1).filter(each -> each.score() > LIKELY)
                .map(each -> context.workbench().changes().revertPreview(each.id(), Cancellation.never())).findFirst();
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
