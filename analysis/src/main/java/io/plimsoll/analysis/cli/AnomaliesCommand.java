package io.plimsoll.analysis.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

@Command(name = "anomalies", description = "What moved in the bill, by impact, and in what else is measured.")
final class AnomaliesCommand implements CliCommand {
    @Option(names = "--from", paramLabel = "D", description = "Only what was still going on then or later.")
    @Nullable
    LocalDate from;

    @Option(names = "--all", description = "Also what is muted, planned, or below the alert budget.")
    boolean unheard;

    @Override
    public int run(CliContext context) {
        Anomalies anomalies = context.workbench().anomalies();
        List<Verdict> verdicts = anomalies.feedback().all(context.progress(), Cancellation.never()).stream()
                .filter(each -> from == null || !each.anomaly().end().isBefore(from)).toList();
        List<Verdict> shown = verdicts.stream().filter(each -> unheard || each.heard()).toList();
        if (context.json()) {
            ArrayNode list = context.array();
            Optional<String> gone = context.cloneGone();
            for (Verdict each : shown) {
                ObjectNode object = list.addObject();
                gone.ifPresent(sentence -> object.put(Json.CLONE_GONE, sentence));
                switch (each.anomaly()) {
                    case Finding finding -> FindingJson.write(object,
                            anomalies.explain(finding.id(), Progress.NONE, Cancellation.never()), each.label());
                    case Signal signal -> SignalJson.write(object, signal, each.label(),
                            anomalies.commits(signal, Cancellation.never()));
                }
                VerdictRows.json(object, each);
            }
            context.print(list);
        } else {
            TextTable table = new TextTable("id", "domain", "kind", "start", "end", ">impact", "confidence", "where",
                    unheard ? "status" : "label");
            shown.forEach(each -> row(table, each));
            if (shown.isEmpty()) {
                context.print(verdicts.isEmpty()
                        ? "Nothing stands out. Of each slice and series the first weeks are history and are not judged."
                        : "Nothing is heard.");
            } else {
                table.print(context.out());
            }
            anomalies.renames(Progress.NONE, Cancellation.never())
                    .forEach(each -> context.print("no finding: " + each.sentence()));
            VerdictRows.unheard(verdicts, unheard).ifPresent(context::print);
            VerdictRows.astray(anomalies.feedback().places(Progress.NONE, Cancellation.never()))
                    .ifPresent(context::print);
        }
        return 0;
    }

    private void row(TextTable table, Verdict verdict) {
        Anomaly each = verdict.anomaly();
        table.row(each.id(), each.domain().title(), each.kind().title(), each.start(),
                each.open() ? "open" : each.end().toString(), impact(each),
                String.format(Locale.ROOT, "%.2f", each.confidence()) + (each.provisional() ? " provisional" : ""),
                each.key().title(), VerdictRows.status(verdict, unheard));
        // A label without an end is all that its sentence says.
        table.note(verdict.status() == Status.LABELLED && verdict.until() == null ? "" : verdict.why());
    }

    private static String impact(Anomaly anomaly) {
        return switch (anomaly) {
            case Finding finding -> TextTable.money(finding.impact());
            case Signal signal -> SignalJson.size(signal);
        };
    }

    /// One finding in the shape that scripts rely on.
    static final class FindingJson {
        private FindingJson() {
        }

        static ObjectNode write(ObjectNode object, FindingDetail detail, @Nullable Label label) {
            Finding finding = detail.finding();
            SignalJson.common(object, finding, label);
            object.put("impact", finding.impact().plain()).put("currency", finding.impact().currency());
            ArrayNode causes = object.putArray("causes");
            detail.causes()
                    .forEach(cause -> causes.addObject().put("element", cause.text()).put("share", cause.share()));
            SignalJson.commits(object, detail.commits());
            return object;
        }
    }
}
