package io.plimsoll.analysis.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

@Command(name = "anomalies", description = "What moved in the bill, by impact.")
final class AnomaliesCommand implements CliCommand {
    @Option(names = "--from", paramLabel = "D", description = "Only what was still going on then or later.")
    @Nullable
    LocalDate from;

    @Override
    public int run(CliContext context) {
        Anomalies anomalies = context.workbench().anomalies();
        List<Finding> findings = anomalies.findings(context.progress(), Cancellation.never()).stream()
                .filter(each -> from == null || !each.end().isBefore(from)).toList();
        Map<String, Label> labels = anomalies.labels();
        if (context.json()) {
            ArrayNode list = context.array();
            for (Finding finding : findings) {
                FindingDetail detail = anomalies.explain(finding.id(), Progress.NONE, Cancellation.never());
                FindingJson.write(list.addObject(), detail, labels.get(finding.id()));
            }
            context.print(list);
        } else {
            TextTable table = new TextTable("id", "kind", "start", "end", ">impact", "confidence", "where", "label");
            findings.forEach(each -> table.row(each.id(), each.kind().title(), each.start(),
                    each.open() ? "open" : each.end().toString(),
                    TextTable.money(each.impact()),
                    String.format(Locale.ROOT, "%.2f", each.confidence()) + (each.provisional() ? " provisional" : ""),
                    each.key().title(), labels.containsKey(each.id()) ? labels.get(each.id()).id() : ""));
            table.print(context.out());
        }
        return 0;
    }

    /// One finding in the shape that scripts rely on.
    static final class FindingJson {
        private FindingJson() {
        }

        static ObjectNode write(ObjectNode object, FindingDetail detail, @Nullable Label label) {
            Finding finding = detail.finding();
            object.put("id", finding.id()).put("domain", "cost");
            Json.texts(object, "key", finding.key().dimensions());
            object.put("kind", finding.kind().name().toLowerCase(Locale.ROOT)).put("start", finding.start().toString())
                    .put("end", finding.end().toString()).put("open", finding.open())
                    .put("impact", finding.impact().plain())
                    .put("currency", finding.impact().currency())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("confidence", finding.confidence())
                    .put("provisional", finding.provisional()).put("label", label == null ? null : label.id());
            ArrayNode causes = object.putArray("causes");
            detail.causes()
                    .forEach(cause -> causes.addObject().put("element", cause.text()).put("share", cause.share()));
            ArrayNode commits = object.putArray("commits");
            detail.commits().forEach(commit -> commits.addObject().put("id", commit.id()).put("score", commit.score()));
            return object;
        }
    }
}
