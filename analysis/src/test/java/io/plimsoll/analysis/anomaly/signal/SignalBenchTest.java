package io.plimsoll.analysis.anomaly.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// How often events of real machines are told, on machines that no gate was chosen on, and which of added ones are found.
@Tag("slow")
class SignalBenchTest {
    private static final long START = 1_376_000_000L / 3600 * 3600;
    private static final long STEP = 300;
    private static final long DAY = 86_400;

    @Test
    void machinesThatNoGateWasChosenOn() throws SQLException, IOException {
        Map<String, TimeSeries> machines = machines();
        double weeks = machines.values().stream().mapToDouble(each -> each.length() * STEP / (7.0 * DAY)).sum();
        List<Signal> quiet = signals(machines, Watched.CPU);
        System.out.printf("%d machines, %.0f series-weeks: %d told%n", machines.size(), weeks, quiet.size());
        quiet.forEach(each -> System.out.println(each.severity() + " " + each.explanation().sentence()));
        for (int hours : new int[]{6, 12, 24, 72}) {
            int found = 0;
            Random random = new Random(hours);
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
            System.out.printf("%d hours of as much more as the 99 %% quantile, at least half a core: %d of %d found%n",
                    hours, found, machines.size());
        }
        assertThat(quiet).hasSizeLessThanOrEqualTo(3);
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

    @Test
    void machinesOfACloudWithKnownIncidents() throws IOException {
        JsonNode windows = JsonMapper.shared()
                .readTree(Files.readString(SharedData.path("anomaly/nab/labels/combined_windows.json")));
        Map<String, TimeSeries> machines = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> file : windows.properties()) {
            if (file.getKey().contains("realAWSCloudwatch/") && file.getKey().contains("cpu")) {
                List<Map<String, String>> rows = SharedData
                        .csv(SharedData.path("anomaly/nab/data/" + file.getKey()));
                machines.put(file.getKey(), new TimeSeries(
                        rows.stream().mapToLong(row -> second(row.get("timestamp"))).toArray(),
                        rows.stream().mapToDouble(row -> Double.parseDouble(row.get("value")) / 100).toArray())
                        .sorted());
            }
        }
        List<Signal> found = signals(machines, Watched.CPU_SHARE);
        long all = machines.keySet().stream().mapToLong(name -> windows.path(name).size()).sum();
        long right = found.stream().filter(each -> {
            for (JsonNode window : windows.path(each.key().title())) {
                if (each.until().getEpochSecond() >= second(window.path(0).stringValue())
                        && each.from().getEpochSecond() <= second(window.path(1).stringValue())) {
                    return true;
                }
            }
            return false;
        }).count();
        System.out.printf("%d machines of NAB, %.0f series-weeks, %d windows: %d told, %d of them in a window%n",
                machines.size(),
                machines.values().stream().mapToDouble(each -> each.length() * STEP / (7.0 * DAY)).sum(),
                all, found.size(), right);
        found.forEach(each -> System.out.println(each.severity() + " " + each.explanation().sentence()));
        assertThat(found).hasSizeLessThanOrEqualTo(5);
    }

    private static long second(String time) {
        return LocalDateTime.parse(time.substring(0, 19).replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }

    private static List<Signal> signals(Map<String, TimeSeries> machines, Watched watched) {
        List<Event> events = new ArrayList<>();
        machines.forEach((name, series) -> events.addAll(new Subject(SeriesKey.of("workload", name), name,
                Map.of(watched, List.of(series)), new long[0]).events(Cancellation.never())));
        return FewOfMany.signals(events, machines.size());
    }

    /// Bitbrains' machines but those of the simulated lake.
    private static Map<String, TimeSeries> machines() throws SQLException, IOException {
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
        }
        Map<String, TimeSeries> machines = new LinkedHashMap<>();
        loads.forEach((id, load) -> machines.put(id,
                new TimeSeries(IntStream.range(0, load.size()).mapToLong(i -> START + i * STEP).toArray(),
                        load.stream().mapToDouble(Double::doubleValue).toArray())));
        return machines;
    }
}
