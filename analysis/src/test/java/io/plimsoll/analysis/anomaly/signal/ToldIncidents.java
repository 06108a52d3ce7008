package io.plimsoll.analysis.anomaly.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.series.TimeSeries;

/// Which events of a cloud's machines are told, and how many of them are in a window that NAB's authors labelled.
public final class ToldIncidents implements Published {
    @Override
    public String title() {
        return "telemetry events in a workspace, 10 machines of NAB";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
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
        List<Signal> found = ToldRises.signals(machines, Watched.CPU_SHARE);
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
        return List.of(
                Score.plain("series-weeks", machines.values().stream()
                        .mapToDouble(each -> each.length() * ToldRises.WEEKS_A_SAMPLE).sum(), 0),
                Score.plain("labelled windows", all, 0),
                Score.plain("told", found.size(), 0).atMost(5),
                Score.plain("told in a window", right, 0));
    }

    private static long second(String time) {
        return LocalDateTime.parse(time.substring(0, 19).replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }
}
