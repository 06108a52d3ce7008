package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.CaseReports;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "report", description = "The whole case as one HTML page.")
final class ReportCommand implements CliCommand {
    @Option(names = "--html", paramLabel = "FILE", required = true)
    Path html = Path.of("");

    @Option(names = "--title", defaultValue = "Cloud cost case")
    String title = "Cloud cost case";

    @Override
    public int run(CliContext context) {
        new CaseReports(context.workbench()).write(html, title, null, null, null, context.progress(),
                Cancellation.never());
        if (context.json()) {
            ObjectNode document = context.object().put("report", html.toAbsolutePath().toString());
            context.cloneGone().ifPresent(each -> document.put(Json.CLONE_GONE, each));
            context.print(document);
        } else {
            context.print("Report " + html.toAbsolutePath());
            context.cloneGone().ifPresent(context::print);
        }
        return 0;
    }
}
