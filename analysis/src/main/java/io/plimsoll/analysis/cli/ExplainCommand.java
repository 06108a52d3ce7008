package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.LearnedView;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.change.RevertPreview;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "explain", description = "Why something was flagged, what it is made of, where it comes from, and what else moved.")
final class ExplainCommand implements CliCommand {
    private static final double LIKELY = 0.5;

    @Parameters(index = "0", paramLabel = "ID")
    String id = "";

    @Option(names = "--sql", description = "Prints only a statement for plimsoll query.")
    boolean sql;

    @Option(names = "--statement", paramLabel = "days|expected|rows", defaultValue = "days", description = "Which one: the cost "
            + "of each day (the default), the same beside what is usual, or the charges.")
    Statement statement = Statement.days;

    /// As they are written on the command line.
    @SuppressWarnings("EnumConstantCase")
    enum Statement {
        days, expected, rows
    }

    @Override
    public int run(CliContext context) {
        Anomalies anomalies = context.workbench().anomalies();
        switch (anomalies.anomaly(id, context.progress(), Cancellation.never())) {
            case Finding finding -> finding(context, anomalies, finding);
            case Signal signal -> signal(context, anomalies, signal);
        }
        return 0;
    }

    private void finding(CliContext context, Anomalies anomalies, Finding finding) {
        FindingDetail detail = anomalies.explain(finding.id(), context.progress(), Cancellation.never());
        if (sql) {
            print(context, switch (statement) {
                case days -> detail.account().sql().days();
                case expected -> detail.account().sql().expected();
                case rows -> detail.account().sql().rows();
            });
            return;
        }
        Surroundings around = anomalies.surroundings(detail, Cancellation.never());
        List<LearnedView> second = anomalies.secondOpinions(finding, Progress.NONE, Cancellation.never());
        Optional<RevertPreview> revert = revert(context, detail);
        if (context.json()) {
            ObjectNode document = ExplainJson.of(context.object(), detail, around,
                    anomalies.labels().get(finding.id()));
            revert.ifPresent(each -> RevertText.write(document.putObject("revert"), each));
            context.cloneGone().ifPresent(each -> document.put(Json.CLONE_GONE, each));
            context.print(SignalJson.second(document, second));
        } else {
            ExplainText.print(context, detail, around, revert, second);
        }
    }

    /// Of the likeliest commit, if it is likelier than all else together.
    private static Optional<RevertPreview> revert(CliContext context, FindingDetail detail) {
        return detail.commits().stream().limit(1).filter(each -> each.score() > LIKELY)
                .map(each -> context.workbench().changes().whatIf().revert(each.id(), Cancellation.never()))
                .findFirst();
    }

    private static void print(CliContext context, String statement) {
        if (context.json()) {
            context.print(context.object().put("sql", statement));
        } else {
            context.printUnchanged(statement);
        }
    }

    private void signal(CliContext context, Anomalies anomalies, Signal signal) {
        SignalDetail detail = anomalies.explain(signal, Cancellation.never());
        if (sql) {
            if (detail.sql().isEmpty()) {
                throw StepFailure.refused("NO_STATEMENT", "No samples of a workload lie behind " + id + ".",
                        "Look at what it says: plimsoll explain " + id);
            }
            print(context, detail.sql());
            return;
        }
        List<LearnedView> second = anomalies.secondOpinions(signal, Progress.NONE, Cancellation.never());
        List<CommitScore> commits = anomalies.commits(signal, Cancellation.never());
        if (context.json()) {
            ObjectNode document = ExplainJson.of(context.object(), detail, anomalies.labels().get(signal.id()),
                    commits);
            context.cloneGone().ifPresent(each -> document.put(Json.CLONE_GONE, each));
            context.print(SignalJson.second(document, second));
        } else {
            ExplainText.print(context, detail, commits, second);
        }
    }
}
