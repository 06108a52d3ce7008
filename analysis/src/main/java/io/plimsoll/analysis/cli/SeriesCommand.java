package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.PlainCost;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

@Command(name = "series", description = "Series in plain files, without a workspace.", subcommands = SeriesCommand.Cost.class)
final class SeriesCommand {
    @Command(name = "cost", description = "Judges daily cost: CSV with series,day,cost in, scores and alerts out.")
    static final class Cost implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "PATH")
        List<Path> paths = List.of();

        @Override
        public int run(CliContext context) {
            PlainRows rows = new PlainRows(context, "series", "day", "cost", "expected", "low", "high", "score",
                    "alert", "kind");
            for (Path file : PlainFiles.files(paths, ".csv", ".csv.gz")) {
                for (PlainCost.Line line : PlainFiles.cost(file, Progress.NONE, Cancellation.never())) {
                    DayScore day = line.score();
                    List<@Nullable Object> cells = new ArrayList<>(List.of(line.series(), day.day()));
                    for (double value : new double[]{day.value(), day.expected(), day.low(), day.high(), day.score()}) {
                        cells.add(number(value));
                    }
                    cells.add(day.alert());
                    cells.add(day.kind() == null ? "" : day.kind().name().toLowerCase(Locale.ROOT));
                    rows.row(cells);
                }
            }
            rows.print();
            return 0;
        }
    }

    /// An unknown number is an empty cell.
    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
