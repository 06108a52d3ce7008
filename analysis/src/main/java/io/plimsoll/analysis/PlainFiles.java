package io.plimsoll.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.PlainCost;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.Cell;
import io.plimsoll.analysis.anomaly.cause.RootCauses;
import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.anomaly.stream.StreamDetector;
import io.plimsoll.analysis.anomaly.stream.StreamScore;
import io.plimsoll.analysis.forecast.Forecast;
import io.plimsoll.analysis.forecast.PlainForecast;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.PlainSizes;
import io.plimsoll.analysis.rightsizing.SizeRow;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.UsageRow;
import io.plimsoll.analysis.series.ChangePoints;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// The same methods on plain tables of numbers, without a workspace: for scripts, and for holding a method against published benchmarks.
/// Manifests: [PlainManifests].
public final class PlainFiles {
    private static final int MOST_STEPS = 10_000;
    /// Of `2026-09-30`.
    private static final int LENGTH_OF_DAY = 10;

    private PlainFiles() {
    }

    /// The files under some paths, folders walked, in order of their names.
    ///
    /// @throws StepFailure FILE_MISSING
    public static List<Path> files(List<Path> paths, String... endings) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw StepFailure.badInput("FILE_MISSING", "There is no file or folder " + path + ".",
                        "Check the name.");
            }
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(Files::isRegularFile).filter(file -> Files.isRegularFile(path) || ends(file, endings))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException e) {
                throw StepFailure.badInput("FOLDER_UNREADABLE", "The folder " + path + " can't be read.",
                        "Check that you may read it.", e);
            }
        }
        return files;
    }

    private static boolean ends(Path file, String... endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return !name.contains("/.git/") && Stream.of(endings).anyMatch(name::endsWith);
    }

    /// `series cost`: rows with `series,day,cost`; an empty cost is a gap.
    public static List<PlainCost.Line> cost(Path file, Progress progress, Cancellation cancellation) {
        PlainCsv csv = PlainCsv.read(file);
        int series = csv.column("series");
        int day = csv.column("day");
        int cost = csv.column("cost");
        List<PlainCost.Row> rows = each(csv, row -> new PlainCost.Row(row.get(series), LocalDate.parse(row.get(day)),
                row.get(cost).isEmpty() ? null : new BigDecimal(row.get(cost))));
        return PlainCost.judge(rows, Parameters.initial(Detection.parameters()), progress, cancellation);
    }

    /// `series forecast`: rows with `series,t,value` in time order; an empty value is a gap.
    ///
    /// @param horizon steps ahead
    /// @param seasons lengths in steps
    /// @throws StepFailure HORIZON, SEASON
    public static Map<String, Forecast> forecast(Path file, int horizon, int[] seasons, Progress progress,
            Cancellation cancellation) {
        if (horizon < 1 || horizon > MOST_STEPS) {
            throw StepFailure.wrongUsage("HORIZON", "A horizon of " + horizon + " steps can't be forecast.",
                    "Ask for 1 to " + MOST_STEPS + " steps.");
        }
        if (Arrays.stream(seasons).anyMatch(season -> season < 2)) {
            throw StepFailure.wrongUsage("SEASON", "A season has at least 2 steps.", "Daily data has seasons of 7.");
        }
        PlainCsv csv = PlainCsv.read(file);
        int series = csv.column("series");
        int value = csv.column("value");
        csv.column("t");
        List<PlainForecast.Row> rows = each(csv,
                row -> new PlainForecast.Row(row.get(series), number(row.get(value))));
        return PlainForecast.forecast(rows, seasons, horizon, progress, cancellation);
    }

    /// `series changes`: a CSV with a column `value`, or a JSON file of the Turing change point data set.
    ///
    /// @return where the level changes, indices from 0
    public static int[] changes(Path file) {
        String name = file.toString();
        if (name.endsWith(".json") || name.endsWith(".json.gz")) {
            return ChangePoints.of(SeriesFile.read(file));
        }
        PlainCsv csv = PlainCsv.read(file);
        int value = csv.column("value");
        return ChangePoints.of(each(csv, row -> number(row.get(value))).stream().mapToDouble(Double::doubleValue)
                .toArray());
    }

    /// `series detect`: rows with `timestamp,value` in the order of arrival, names in any case (`TimeStamp` too); an empty value is a gap.
    ///
    /// @return one score a row, each from the rows up to it
    public static List<StreamScore> detect(Path file, Cancellation cancellation) {
        PlainCsv csv = PlainCsv.read(file);
        int time = csv.columnInAnyCase("timestamp");
        int value = csv.columnInAnyCase("value");
        long[] seconds = each(csv, row -> moment(row.get(time))).stream().mapToLong(Long::longValue).toArray();
        double[] values = each(csv, row -> number(row.get(value))).stream().mapToDouble(Double::doubleValue).toArray();
        return StreamDetector.judge(seconds, values, cancellation);
    }

    /// `cause`: rows with dimension columns, `real` and `predict`.
    public static List<Cause> cause(Path file, Progress progress, Cancellation cancellation) {
        PlainCsv csv = PlainCsv.read(file);
        int real = csv.column("real");
        int predict = csv.column("predict");
        List<Integer> dimensions = new ArrayList<>();
        for (int i = 0; i < csv.columns().size(); i++) {
            if (i != real && i != predict) {
                dimensions.add(i);
            }
        }
        List<Cell> cells = each(csv,
                row -> new Cell(dimensions.stream().map(row::get).toList(), new BigDecimal(row.get(real)),
                        new BigDecimal(row.get(predict))));
        return RootCauses.rank(dimensions.stream().map(csv.columns()::get).toList(), cells, progress, cancellation);
    }

    /// `sizes`: rows with `time,workload,replica,cpu_cores,memory_bytes`.
    ///
    /// @param strategy a strategy's id, or `all`
    public static List<SizeRow> sizes(Path file, String strategy, double training, Cancellation cancellation) {
        PlainCsv csv = PlainCsv.read(file);
        int time = csv.column("time");
        int workload = csv.column("workload");
        int replica = csv.column("replica");
        int cpu = csv.column("cpu_cores");
        int memory = csv.column("memory_bytes");
        List<UsageRow> rows = each(csv, row -> new UsageRow(seconds(row.get(time)), row.get(workload), row.get(replica),
                number(row.get(cpu)), number(row.get(memory))));
        List<Strategy> strategies = strategy.equals("all") ? Strategies.all() : List.of(Strategies.named(strategy));
        return PlainSizes.size(rows, training, strategies, cancellation);
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// ISO 8601 with a zone, or whole epoch seconds.
    private static long seconds(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
        return digits ? Long.parseLong(text) : Instant.parse(text).getEpochSecond();
    }

    /// As `seconds`, or without a zone, which then is UTC, with `T` or a space between day and time.
    private static long moment(String text) {
        String iso = text.replace(' ', 'T');
        boolean local = iso.length() > LENGTH_OF_DAY && iso.chars().skip(LENGTH_OF_DAY)
                .noneMatch(each -> each == 'Z' || each == 'z' || each == '+' || each == '-');
        return seconds(local ? iso + "Z" : iso);
    }

    private static <T> List<T> each(PlainCsv csv, Function<List<String>, T> parse) {
        List<T> parsed = new ArrayList<>(csv.rows().size());
        for (int i = 0; i < csv.rows().size(); i++) {
            try {
                parsed.add(parse.apply(csv.rows().get(i)));
            } catch (NumberFormatException | DateTimeException e) {
                throw StepFailure.badInput("CSV_VALUE",
                        "Record " + (i + 2) + " of " + csv.file() + ": " + e.getMessage() + ".",
                        "Write numbers with a point, days as 2026-09-30 and times as 2026-09-30T00:00:00Z.", e);
            }
        }
        return parsed;
    }
}
