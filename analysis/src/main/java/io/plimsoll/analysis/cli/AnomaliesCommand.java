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
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

@Command(name = "anomalies", description = "What moved in the bill, by impact, and in what else is measured.")
final class AnomaliesCommand implements CliCommand {
    @Option(names = "--from", paramLabel = "D", description = "Only what was still going on then or later.")
    @Nullable
    LocalDate from;

    @Override
    public int run(CliContext context) {
        Anomalies anomalies = context.workbench().anomalies();
        List<Anomaly> all = anomalies.all(context.progress(), Cancellation.never()).stream()
                .filter(each -> from == null || !each.end().isBefore(from)).toList();
        Map<String, Label> labels = anomalies.labels();
        if (context.json()) {
            ArrayNode list = context.array();
            for (Anomaly each : all) {
                Label label = labels.get(each.id());
                switch (each) {
                    case Finding finding -> FindingJson.write(list.addObject(),
                            anomalies.explain(finding.id(), Progress.NONE, Cancellation.never()), label);
                    case Signal signal -> SignalJson.write(list.addObject(), signal, label);
                }
            }
            context.print(list);
        } else {
            TextTable table = new TextTable("id", "domain", "kind", "start", "end", ">impact", "confidence", "where",
                    "label");
            all.forEach(each -> table.row(each.id(), each.domain().title(), each.kind().title(), each.start(),
                    each.open() ? "open" : each.end().toString(), impact(each),
                    String.format(Locale.ROOT, "%.2f", each.confidence()) + (each.provisional() ? " provisional" : ""),
                    each.key().title(), labels.containsKey(each.id()) ? labels.get(each.id()).id() : ""));
            table.print(context.out());
            anomalies.renames(Progress.NONE, Cancellation.never())
                    .forEach(each -> context.print("no finding: " + each.sentence()));
        }
        return 0;
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
            ArrayNode commits = object.putArray("commits");
            detail.commits().forEach(commit -> commits.addObject().put("id", commit.id()).put("score", commit.score()));
            return object;
        }
    }
}
