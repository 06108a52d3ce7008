package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
            context.print(context.object().put("report", html.toAbsolutePath().toString()));
        } else {
            context.print("Report " + html.toAbsolutePath());
        }
        return 0;
    }
}
