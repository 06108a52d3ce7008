package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.stream.StreamDetector;
import io.plimsoll.analysis.anomaly.stream.StreamScore;
import io.plimsoll.analysis.task.Cancellation;

/// NAB by its published scoring, standard profile, one threshold for all files: the detector's own.
final class Nab implements Published {
    private static final Map<String, String> GROUPS = Map.of("realAWSCloudwatch", "AWS", "realAdExchange",
            "AdExchange", "artificialNoAnomaly", "artificial", "artificialWithAnomaly", "artificial");
    private static final Map<String, Double> BARS = Map.of("AWS", 70.0, "AdExchange", 70.0, "artificial", 60.0);
    private static final double FALSE_WEIGHT = 0.11;

    @Override
    public String title() {
        return "NAB";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Path nab = SharedData.path("anomaly/nab");
        JsonNode windows = JsonMapper.shared().readTree(nab.resolve("labels/combined_windows.json").toFile());
        Map<String, double[]> groups = new TreeMap<>();
        for (Path file : AlertedRows.csv(nab.resolve("data"))) {
            String group = GROUPS.get(file.getParent().getFileName().toString());
            if (group == null) {
                continue;
            }
            List<StreamScore> scores = PlainFiles.detect(file, Cancellation.never());
            List<int[]> labelled = new ArrayList<>();
            for (JsonNode window : windows.path(nab.resolve("data").relativize(file).toString())) {
                labelled.add(window(scores, second(window.get(0)), second(window.get(1))));
            }
            double[] sum = groups.computeIfAbsent(group, each -> new double[2]);
            sum[0] += score(AlertedRows.from(scores, StreamDetector.ALERT), labelled, scores.size());
            sum[1] += labelled.size();
        }
        return groups.entrySet().stream().map(group -> Score
                .plain(group.getKey(), 100 * (group.getValue()[0] + group.getValue()[1]) / (2 * group.getValue()[1]), 1)
                .atLeast(BARS.getOrDefault(group.getKey(), 0.0))).toList();
    }

    private static long second(JsonNode time) {
        return LocalDateTime.parse(time.stringValue().substring(0, 19).replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }

    /// First and last row from one second to another.
    private static int[] window(List<StreamScore> scores, long from, long to) {
        int first = 0;
        while (first < scores.size() && scores.get(first).second() < from) {
            first++;
        }
        int last = first;
        while (last + 1 < scores.size() && scores.get(last + 1).second() <= to) {
            last++;
        }
        return new int[]{first, last};
    }

    /// The sum for one file: the first alert inside each window by its earliness, every other one by its distance, minus misses.
    private static double score(int[] alerts, List<int[]> windows, int rows) {
        int probation = Math.min((int) (0.15 * rows), 750);
        boolean[] found = new boolean[windows.size()];
        double sum = -windows.size();
        for (int alert : alerts) {
            if (alert < probation) {
                continue;
            }
            int inside = IntStream.range(0, found.length)
                    .filter(w -> windows.get(w)[0] <= alert && alert <= windows.get(w)[1]).findFirst().orElse(-1);
            if (inside >= 0) {
                double width = windows.get(inside)[1] - windows.get(inside)[0] + 1;
                sum += found[inside] ? 0 : 1 + sigmoid(-(windows.get(inside)[1] - alert + 1) / width) / 0.98661;
                found[inside] = true;
                continue;
            }
            double away = windows.stream().filter(window -> window[1] < alert)
                    .max(Comparator.comparingInt(window -> window[1]))
                    .map(window -> (alert - window[1]) / (double) Math.max(1, window[1] - window[0])).orElse(9.0);
            sum -= FALSE_WEIGHT * (away > 3 ? 1 : Math.abs(sigmoid(away)));
        }
        return sum;
    }

    private static double sigmoid(double y) {
        return 2 / (1 + Math.exp(5 * y)) - 1;
    }
}
