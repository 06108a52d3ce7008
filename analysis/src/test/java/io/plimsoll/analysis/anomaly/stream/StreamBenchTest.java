package io.plimsoll.analysis.anomaly.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// The public benchmarks of telemetry anomalies, both by the same detector: NAB with its published scoring (standard profile), and the
/// Microsoft cloud monitoring data by events and by the area under precision and recall.
@Tag("slow")
class StreamBenchTest {
    private static final Map<String, String> GROUPS = Map.of("realAWSCloudwatch", "AWS", "realAdExchange",
            "AdExchange", "artificialNoAnomaly", "artificial", "artificialWithAnomaly", "artificial");

    @Test
    void nabIsMetInAllThreeGroupsWithOneThreshold() throws IOException {
        Path folder = SharedData.path("anomaly/nab");
        JsonNode windows = JsonMapper.shared().readTree(folder.resolve("labels/combined_windows.json").toFile());
        Map<String, double[]> groups = new TreeMap<>();
        for (Path file : csv(folder.resolve("data"))) {
            String name = folder.resolve("data").relativize(file).toString();
            List<StreamScore> scores = PlainFiles.detect(file, Cancellation.never());
            List<int[]> labelled = new ArrayList<>();
            for (JsonNode window : windows.path(name)) {
                labelled.add(window(scores, second(window.get(0)), second(window.get(1))));
            }
            double[] sum = groups.computeIfAbsent(
                    GROUPS.getOrDefault(file.getParent().getFileName().toString(), "other"),
                    each -> new double[2]);
            sum[0] += nab(alerts(scores, StreamDetector.ALERT), labelled, scores.size());
            sum[1] += labelled.size();
        }
        Map<String, Double> result = new TreeMap<>();
        groups.forEach((group, sum) -> result.put(group, 100 * (sum[0] + sum[1]) / (2 * sum[1])));
        System.out.println("NAB " + result);
        assertThat(result.get("AWS")).isGreaterThan(70);
        assertThat(result.get("AdExchange")).isGreaterThan(70);
        assertThat(result.get("artificial")).isGreaterThan(60);
    }

    @Test
    void cloudMonitoringIsJudgedByEventsAndByPrecisionAndRecall() throws IOException {
        Result certain = new Result();
        Result even = new Result();
        Result odd = new Result();
        Result all = new Result();
        List<double[]> ranked = new ArrayList<>();
        int files = 0;
        for (Path file : csv(SharedData.path("anomaly/ms-cloud-monitoring"))) {
            List<StreamScore> scores = PlainFiles.detect(file, Cancellation.never());
            int[] labels = SharedData.csv(file).stream().mapToInt(row -> (int) Double.parseDouble(row.get("Label")))
                    .toArray();
            certain.add(alerts(scores, StreamDetector.CERTAIN), labels);
            (files++ % 2 == 0 ? even : odd).add(alerts(scores, StreamDetector.CERTAIN), labels);
            all.add(alerts(scores, StreamDetector.ALERT), labels);
            IntStream.range(0, labels.length).forEach(i -> ranked.add(new double[]{scores.get(i).score(), labels[i]}));
        }
        double area = area(ranked);
        System.out.println("cloud monitoring: from .75 on " + certain + ", even files " + even + ", odd " + odd
                + ", from .5 on " + all + ", AUC-PR " + area);
        assertThat(certain.f1()).isGreaterThan(0.60);
        assertThat(area).isGreaterThan(0.55);
    }

    private static List<Path> csv(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
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

    private static int[] alerts(List<StreamScore> scores, double threshold) {
        return IntStream.range(0, scores.size()).filter(i -> scores.get(i).score() >= threshold).toArray();
    }

    /// NAB's sum for one file: the first alert inside each window by its earliness, every other one by its distance, minus misses.
    private static double nab(int[] alerts, List<int[]> windows, int rows) {
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
            sum -= 0.11 * (away > 3 ? 1 : Math.abs(sigmoid(away)));
        }
        return sum;
    }

    private static double sigmoid(double y) {
        return 2 / (1 + Math.exp(5 * y)) - 1;
    }

    private static double area(List<double[]> ranked) {
        ranked.sort(Comparator.comparingDouble((double[] row) -> row[0]).reversed());
        double positives = ranked.stream().mapToDouble(row -> row[1]).sum();
        double hits = 0;
        double before = 0;
        double area = 0;
        for (int i = 0; i < ranked.size(); i++) {
            hits += ranked.get(i)[1];
            if (i + 1 == ranked.size() || ranked.get(i)[0] != ranked.get(i + 1)[0]) {
                area += (hits - before) / positives * hits / (i + 1);
                before = hits;
            }
        }
        return area;
    }

    private static final class Result {
        private int found;
        private int missed;
        private int wrong;

        void add(int[] alerts, int[] labels) {
            for (int alert : alerts) {
                wrong += labels[alert] == 1 ? 0 : 1;
            }
            for (int from = 0; from < labels.length; from++) {
                if (labels[from] != 1) {
                    continue;
                }
                int to = from;
                while (to + 1 < labels.length && labels[to + 1] == 1) {
                    to++;
                }
                int first = from;
                int last = to;
                boolean hit = IntStream.of(alerts).anyMatch(alert -> first <= alert && alert <= last);
                found += hit ? 1 : 0;
                missed += hit ? 0 : 1;
                from = to;
            }
        }

        double f1() {
            return 2.0 * found / (2 * found + missed + wrong);
        }

        @Override
        public String toString() {
            return "F1 " + f1() + " (" + found + " found, " + missed + " missed, " + wrong + " wrong)";
        }
    }
}
