package io.plimsoll.analysis.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.conformance.Conformance;
import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.JudgedFile;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.analysis.conformance.SampleRow;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "conformance", description = "Holds the loaded files against the rules of FOCUS 1.2; exit code 1 if one that must hold failed.")
final class ConformanceCommand implements CliCommand {
    @Option(names = "--supports", split = ",", paramLabel = "CRITERION", description = "What the providers support beside what the files show, e.g. TAGGING_SUPPORTED; all for everything.")
    private List<String> supports = new ArrayList<>();

    @Option(names = "--all", description = "List every rule, not only those that failed.")
    private boolean all;

    @Override
    public int run(CliContext context) {
        Set<String> said = supports.contains("all") ? Conformance.criteria() : Set.copyOf(supports);
        ConformanceReport report = context.workbench().conformance().report(said, Cancellation.never());
        if (context.json()) {
            context.print(json(context, report));
        } else {
            print(context, report);
        }
        return report.mandatoryFailed() > 0 ? 1 : 0;
    }

    private void print(CliContext context, ConformanceReport report) {
        TextTable table = new TextTable("rule", "level", "state", ">rows", ">failed", "requirement");
        List<RuleResult> shown = report.rules().stream().filter(rule -> all || rule.state() == RuleState.FAILED)
                .toList();
        for (RuleResult rule : shown) {
            table.row(rule.id(), rule.level().keyword(), rule.state().text(), rule.checked(), rule.failed(),
                    rule.text());
        }
        if (!shown.isEmpty()) {
            table.print(context.out());
            context.print("");
        }
        report.files().stream().filter(file -> !file.judged())
                .forEach(file -> context.print("Not judged: " + file.file() + ". " + file.reason()));
        long judged = report.files().stream().filter(JudgedFile::judged).count();
        String counts = Arrays.stream(RuleState.values())
                .map(state -> report.count(state) + " " + state.text()).collect(Collectors.joining(", "));
        context.print(report.rules().size() + " rules of " + report.model() + " on " + report.rows() + " rows of "
                + judged + (judged == 1 ? " file: " : " files: ") + counts + ".");
        context.print(report.mandatoryFailed() + " of the failed rules are mandatory. " + report.dynamic()
                + " more rules of the model have no check.");
    }

    private static ObjectNode json(CliContext context, ConformanceReport report) {
        ObjectNode document = context.object().put("model", report.model()).put("rows", report.rows());
        for (RuleState state : RuleState.values()) {
            document.put(key(state), report.count(state));
        }
        document.put("mandatoryFailed", report.mandatoryFailed()).put("dynamic", report.dynamic());
        ArrayNode supported = document.putArray("supported");
        report.supported().stream().sorted().forEach(supported::add);
        ArrayNode files = document.putArray("files");
        report.files().forEach(file -> files.addObject().put("file", file.file()).put("rows", file.rows())
                .put("judged", file.judged()).put("reason", file.reason()));
        ArrayNode rules = document.putArray("rules");
        report.rules().forEach(rule -> add(rules.addObject(), rule));
        return document;
    }

    private static void add(ObjectNode object, RuleResult rule) {
        object.put("id", rule.id()).put("level", rule.level().keyword()).put("entity", rule.entity())
                .put("function", rule.function()).put("state", rule.state().text()).put("reason", rule.reason())
                .put("rows", rule.checked()).put("failedRows", rule.failed()).put("text", rule.text());
        ArrayNode parts = object.putArray("parts");
        rule.parts().forEach(parts::add);
        ArrayNode samples = object.putArray("samples");
        for (SampleRow sample : rule.samples()) {
            Json.texts(samples.addObject().put("file", sample.file()).put("line", sample.line()), "values",
                    sample.values());
        }
    }

    private static String key(RuleState state) {
        return switch (state) {
            case FAILED -> "failed";
            case PASSED -> "passed";
            case NOT_RUNNABLE -> "notRunnable";
            case NOT_APPLICABLE -> "notApplicable";
        };
    }
}
