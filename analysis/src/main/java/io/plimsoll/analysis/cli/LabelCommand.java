package io.plimsoll.analysis.cli;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "label", description = "Keeps what you think of findings: expected, useless or real; none takes it back.")
final class LabelCommand implements CliCommand {
    private static final String NONE = "none";

    @Parameters(arity = "2..*", hideParamSyntax = true, paramLabel = "ID... LABEL", description = "Findings, then expected, useless, real or none.")
    List<String> words = List.of();

    @Option(names = "--until", paramLabel = "D", description = "Last day, UTC, for which it holds; what lasts longer, and what comes "
            + "later, is heard again.")
    @Nullable
    LocalDate until;

    @Override
    public int run(CliContext context) {
        List<String> ids = words.subList(0, words.size() - 1).stream().distinct().toList();
        String label = words.getLast().equals(NONE) ? NONE : Label.of(words.getLast()).id();
        Feedback feedback = context.workbench().anomalies().feedback();
        if (!label.equals(NONE)) {
            feedback.label(ids, Label.of(label), until);
        } else if (until == null) {
            feedback.unlabel(ids);
        } else {
            throw StepFailure.wrongUsage("LABEL_UNTIL", "A label that is taken back has no last day.",
                    "Leave --until out.");
        }
        if (context.json()) {
            ObjectNode document = context.object();
            if (ids.size() == 1) {
                document.put("id", ids.getFirst());
            }
            ArrayNode all = document.putArray("ids");
            ids.forEach(all::add);
            context.print(document.put("label", label).put("until", until == null ? null : until.toString()));
        } else {
            String said = label.equals(NONE) ? " has no label any more" : " is " + label;
            ids.forEach(id -> context.print(id + said + (until == null ? "" : " until " + until) + "."));
        }
        return 0;
    }
}
