package io.plimsoll.analysis.anomaly.signal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

/// How often events of 25 real machines are told that no gate was chosen on, and which of added ones are found.
public final class ToldRises implements Published {
    private static final long START = 1_376_000_000L / 3600 * 3600;
    private static final long STEP = 300;
    static final double WEEKS_A_SAMPLE = STEP / (7.0 * 86_400);
    private static final long DAY = 86_400;

    @Override
    public String title() {
        return "telemetry events in a workspace, 25 machines of Bitbrains";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Map<String, TimeSeries> machines = machines();
        List<Score> scores = new ArrayList<>(List.of(
                Score.plain("series-weeks",
                        machines.values().stream().mapToDouble(each -> each.length() * WEEKS_A_SAMPLE).sum(), 0),
                Score.plain("told", signals(machines, Watched.CPU).size(), 0).atMost(3)));
        for (int hours : new int[]{6, 12, 24, 72}) {
            scores.add(Score.plain("share found of rises of " + hours + " hours",
                    found(machines, hours) / (double) machines.size(), 2));
        }
        return scores;
    }

    /// How many machines' rise is told, each at a random hour by as much as the 99 % quantile of its use, at least half a core.
    private static int found(Map<String, TimeSeries> machines, int hours) {
        int found = 0;
        Random random = new Random(Published.first(0) + hours);
        for (Map.Entry<String, TimeSeries> each : machines.entrySet()) {
            TimeSeries raised = raised(each.getValue(), START + (15 + random.nextInt(10)) * DAY
                    + random.nextInt(24) * 3600L, hours);
            long at = raised.times()[raised.length() - 1];
            Map<String, TimeSeries> all = new LinkedHashMap<>(machines);
            all.put(each.getKey(), raised.slice(0, raised.length() - 1));
            found += signals(all, Watched.CPU).stream()
                    .anyMatch(signal -> signal.key().title().equals(each.getKey())
                            && Math.abs(signal.from().getEpochSecond() - at) <= 6 * 3600) ? 1 : 0;
        }
        return found;
    }

    /// The moment at which use rises stands behind the last sample.
    private static TimeSeries raised(TimeSeries usual, long at, int hours) {
        double more = Math.max(0.5, Robust.quantile(usual.values(), 0.99));
        long[] times = IntStream.rangeClosed(0, usual.length())
                .mapToLong(i -> i < usual.length() ? usual.times()[i] : at).toArray();
        double[] values = IntStream.rangeClosed(0, usual.length()).mapToDouble(i -> i == usual.length()
                ? 0
                : usual.values()[i] + (times[i] >= at && times[i] < at + hours * 3600L ? more : 0)).toArray();
        return new TimeSeries(times, values);
    }

    static List<Signal> signals(Map<String, TimeSeries> machines, Watched watched) {
        List<Event> events = new ArrayList<>();
        machines.forEach((name, series) -> events.addAll(new Subject(SeriesKey.of("workload", name), name,
                Map.of(watched, List.of(series)), new long[0]).events(Cancellation.never())));
        return FewOfMany.signals(events, machines.size());
    }

    /// Bitbrains' machines but those of the simulated lake.
    private static Map<String, TimeSeries> machines() throws IOException {
        Set<String> used = SharedData.csv(SharedData.path("joint/sim-dev/TRUTH-rightsizing.csv")).stream()
                .map(row -> row.get("bitbrains_vm")).collect(Collectors.toSet());
        Path trace = SharedData.path("telemetry/bitbrains/bitbrains-small-trace.parquet");
        Path meta = SharedData.path("telemetry/bitbrains/bitbrains-small-meta.parquet");
        Map<String, List<Double>> loads = new LinkedHashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select m.id, m.cpu_count, t.duration, t.cpu_usage from '"
                        + trace + "' t join '" + meta
                        + "' m using (id) order by cast(m.id as integer), t.timestamp")) {
            while (rows.next()) {
                if (!used.contains(rows.getString(1))) {
                    double cores = Math.min(rows.getInt(2), rows.getDouble(4) * rows.getInt(2) / rows.getDouble(3));
                    List<Double> load = loads.computeIfAbsent(rows.getString(1), id -> new ArrayList<>());
                    long slots = Math.max(1, Math.round(rows.getLong(3) / 300_000.0));
                    for (long slot = 0; slot < slots; slot++) {
                        load.add(cores);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Map<String, TimeSeries> machines = new LinkedHashMap<>();
        loads.forEach((id, load) -> machines.put(id,
                new TimeSeries(IntStream.range(0, load.size()).mapToLong(i -> START + i * STEP).toArray(),
                        load.stream().mapToDouble(Double::doubleValue).toArray())));
        return machines;
    }
}
