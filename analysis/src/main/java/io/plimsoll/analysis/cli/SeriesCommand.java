package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.PlainCost;
import io.plimsoll.analysis.anomaly.stream.StreamScore;
import io.plimsoll.analysis.forecast.Forecast;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

@Command(name = "series", description = "Series in plain files, without a workspace.", subcommands = {
    SeriesCommand.Cost.class, SeriesCommand.Ahead.class, SeriesCommand.Changes.class,
    SeriesCommand.Detect.class})
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

    @Command(name = "forecast", description = "Continues series: CSV with series,t,value in time order in, means and intervals out.")
    static final class Ahead implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "PATH")
        List<Path> paths = List.of();

        @Option(names = "--horizon", required = true, paramLabel = "H", description = "How many steps ahead.")
        int horizon;

        @Option(names = "--season", paramLabel = "M", description = "Steps of a season, such as 7 for days; may be given several times.")
        List<Integer> seasons = List.of();

        @Override
        public int run(CliContext context) {
            PlainRows rows = new PlainRows(context, "series", "h", "mean", "low80", "high80", "low95", "high95");
            int[] periods = seasons.stream().mapToInt(Integer::intValue).toArray();
            for (Path file : PlainFiles.files(paths, ".csv", ".csv.gz")) {
                PlainFiles.forecast(file, horizon, periods, context.progress(), Cancellation.never())
                        .forEach((series, forecast) -> rows(rows, series, forecast));
            }
            rows.print();
            return 0;
        }

        private static void rows(PlainRows rows, String series, Forecast forecast) {
            for (int h = 0; h < forecast.horizon(); h++) {
                rows.row(List.of(series, h + 1, forecast.mean()[h], forecast.low(h, forecast.width80()),
                        forecast.high(h, forecast.width80()), forecast.low(h, forecast.width95()),
                        forecast.high(h, forecast.width95())));
            }
        }
    }

    @Command(name = "changes", description = "Where levels change for good: CSV with value, or JSON of the Turing change point data set in.")
    static final class Changes implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "PATH")
        List<Path> paths = List.of();

        @Override
        public int run(CliContext context) {
            PlainRows rows = new PlainRows(context, "file", "index");
            for (Path file : PlainFiles.files(paths, ".csv", ".csv.gz", ".json", ".json.gz")) {
                for (int index : PlainFiles.changes(file)) {
                    rows.row(List.of(file.toString(), index));
                }
            }
            rows.print();
            return 0;
        }
    }

    @Command(name = "detect", description = "Judges telemetry row by row: CSV with timestamp,value in, scores and alerts out. From .5 on a score is an alert, from .75 on for what lasts.")
    static final class Detect implements CliCommand {
        @Parameters(arity = "1..*", paramLabel = "PATH")
        List<Path> paths = List.of();

        @Override
        public int run(CliContext context) {
            PlainRows rows = new PlainRows(context, "file", "timestamp", "value", "score", "alert", "kind");
            for (Path file : PlainFiles.files(paths, ".csv", ".csv.gz")) {
                for (StreamScore row : PlainFiles.detect(file, Cancellation.never())) {
                    rows.row(List.of(file.toString(), Instant.ofEpochSecond(row.second()), number(row.value()),
                            row.score(), row.alert(),
                            row.kind() == null ? "" : row.kind().name().toLowerCase(Locale.ROOT)));
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
