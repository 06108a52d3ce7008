package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeRow;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "sizes", description = "Sizes by strategy from plain telemetry: time,workload,replica,cpu_cores,memory_bytes.")
final class SizesCommand implements CliCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH")
    List<Path> paths = List.of();

    @Option(names = "--strategy", paramLabel = "NAME|all", defaultValue = "all")
    String strategy = "all";

    @Option(names = "--train", paramLabel = "FRACTION", defaultValue = "0.7", description = "The rest is held back and replayed.")
    double train = 0.7;

    @Override
    public int run(CliContext context) {
        PlainRows rows = new PlainRows(context, "workload", "strategy", "cpu_request", "cpu_limit", "memory_request",
                "memory_limit", "violation_share", "unmet_share", "oom", "slack");
        for (Path file : PlainFiles.files(paths, ".csv", ".csv.gz")) {
            for (SizeRow row : PlainFiles.sizes(file, strategy, train, Cancellation.never())) {
                Size size = row.size();
                ReplayResult replay = row.replay();
                rows.row(List.of(row.workload(), row.strategy(), cores(OptionalDouble.of(size.cpuRequest())),
                        cores(size.cpuLimit()), bytes(size.memoryRequest()), bytes(size.memoryLimit()),
                        SeriesCommand.number(replay.violationShare()), SeriesCommand.number(replay.unmetShare()),
                        replay.oomKills(), SeriesCommand.number(replay.cpuSlack())));
            }
        }
        rows.print();
        return 0;
    }

    private static String cores(OptionalDouble cores) {
        return cores.isEmpty() || cores.getAsDouble() == 0 ? "" : Double.toString(cores.getAsDouble());
    }

    private static String bytes(long bytes) {
        return bytes == 0 ? "" : Long.toString(bytes);
    }
}
