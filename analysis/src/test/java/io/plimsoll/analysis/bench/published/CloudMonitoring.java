package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.stream.StreamDetector;
import io.plimsoll.analysis.anomaly.stream.StreamScore;
import io.plimsoll.analysis.task.Cancellation;

/// Microsoft's cloud monitoring data: an event is a run of rows labelled 1, found if alerted inside; each alert outside is false.
final class CloudMonitoring implements Published {
    private final List<double[]> ranked = new ArrayList<>();

    @Override
    public String title() {
        return "Microsoft cloud monitoring";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Events certain = new Events();
        Events all = new Events();
        for (Path file : AlertedRows.csv(SharedData.path("anomaly/ms-cloud-monitoring"))) {
            List<StreamScore> scores = PlainFiles.detect(file, Cancellation.never());
            int[] labels = SharedData.csv(file).stream().mapToInt(row -> (int) Double.parseDouble(row.get("Label")))
                    .toArray();
            certain.add(AlertedRows.from(scores, StreamDetector.CERTAIN), labels);
            all.add(AlertedRows.from(scores, StreamDetector.ALERT), labels);
            IntStream.range(0, labels.length).forEach(i -> ranked.add(new double[]{scores.get(i).score(), labels[i]}));
        }
        return List.of(Score.plain("F1 of events", certain.f1(), 3).atLeast(0.60),
                Score.plain("area under precision and recall", area(), 3).atLeast(0.55),
                Score.plain("F1 of events at the alert threshold of NAB", all.f1(), 3));
    }

    private double area() {
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

    private static final class Events {
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
    }
}
