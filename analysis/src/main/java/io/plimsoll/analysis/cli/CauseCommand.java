package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

@Command(name = "cause", description = "Root causes in plain files: CSV with dimension columns, real and predict.")
final class CauseCommand implements CliCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH")
    List<Path> paths = List.of();

    @Override
    public int run(CliContext context) {
        PlainRows rows = new PlainRows(context, "file", "rank", "element", "score");
        for (Path file : PlainFiles.files(paths, ".csv", ".csv.gz")) {
            int rank = 0;
            for (Cause cause : PlainFiles.cause(file, Progress.NONE, Cancellation.never())) {
                rows.row(List.of(file, ++rank, cause.text(), cause.score()));
            }
        }
        rows.print();
        return 0;
    }
}
