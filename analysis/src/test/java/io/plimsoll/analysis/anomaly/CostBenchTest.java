package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// 240 made series of 540 days with 307 labelled events. An alert within [start, end + 1] finds the event; planned windows and the
/// eight days after an event don't count; any other alert is false. Judged from day 90 on, at the default gates.
@Tag("slow")
class CostBenchTest {
    private static final int FROM = 90;

    private int found;
    private int missed;
    private int wrong;
    private double series;
    private final Map<String, int[]> byKind = new TreeMap<>();
    private final Map<String, int[]> byProfile = new TreeMap<>();

    record Label(int start, int end, String kind) {}

    record Labelled(String name, String profile, LocalDate start, BigDecimal[] cost, List<Label> labels) {}

    @Test
    void fixedDefaultGatesReachTheFloor() throws IOException {
        List<Labelled> all = published();
        for (int half = 0; half < 2; half++) {
            int rest = half;
            run(List.of("even", "odd").get(half),
                    all.stream().filter(each -> Integer.parseInt(each.name) % 2 == rest).toList());
        }
        assertThat(run("all", all)).isGreaterThanOrEqualTo(0.70);
        assertThat(falseASeriesMonth()).isLessThanOrEqualTo(0.02);
    }

    /// On series that no gate was chosen on.
    @Test
    void theSameGatesHoldOnSeriesThatWereDrawnAnew() {
        assertThat(run("drawn anew", MadeBills.series(240, 2))).isGreaterThanOrEqualTo(0.65);
        assertThat(falseASeriesMonth()).isLessThanOrEqualTo(0.05);
    }

    private double falseASeriesMonth() {
        return wrong / (series * (540 - FROM) / 30.4);
    }

    private double run(String title, List<Labelled> all) {
        found = missed = wrong = 0;
        series = 0;
        byKind.clear();
        byProfile.clear();
        all.forEach(this::judge);
        double f1 = 2.0 * found / (2.0 * found + wrong + missed);
        System.out.printf("costbench %s: F1 %.3f, precision %.3f, recall %.3f, false per series-month %.4f%n", title,
                f1,
                found / (double) (found + wrong), found / (double) (found + missed), falseASeriesMonth());
        byKind.forEach((kind, count) -> System.out.printf("  %s %d of %d%n", kind, count[0], count[1]));
        byProfile.forEach((kind, count) -> System.out.printf("  false in %s %d%n", kind, count[0]));
        return f1;
    }

    private static List<Labelled> published() throws IOException {
        Map<String, List<Label>> labels = labels();
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        SharedData.csv(SharedData.path("bench/costbench/daily_cost.csv.gz"))
                .forEach(row -> rows.computeIfAbsent(row.get("series"), key -> new ArrayList<>()).add(row));
        return rows.entrySet().stream().map(each -> {
            Map<String, String> first = each.getValue().getFirst();
            return new Labelled(each.getKey(), first.get("profile"), LocalDate.parse(first.get("day")),
                    each.getValue().stream().map(row -> new BigDecimal(row.get("cost"))).toArray(BigDecimal[]::new),
                    labels.getOrDefault(each.getKey(), List.of()));
        }).toList();
    }

    private static Map<String, List<Label>> labels() throws IOException {
        Map<String, List<Label>> labels = new LinkedHashMap<>();
        SharedData.csv(SharedData.path("bench/costbench/labels.csv"))
                .forEach(row -> labels.computeIfAbsent(row.get("series"), key -> new ArrayList<>())
                        .add(new Label(Integer.parseInt(row.get("start_idx")), Integer.parseInt(row.get("end_idx")),
                                row.get("kind"))));
        return labels;
    }

    private void judge(Labelled one) {
        List<Label> labels = one.labels;
        CostDetector detector = new CostDetector();
        Detected detected = detector.detect(
                new CostSeries(SeriesKey.of("series", one.name), one.start, one.cost, null, "USD"),
                Parameters.initial(detector.parameters()), Cancellation.never());
        boolean[] seen = new boolean[labels.size()];
        for (int t = FROM; t < one.cost.length; t++) {
            if (detected.days().get(t).alert()) {
                place(t, labels, seen, one.profile + " " + detected.days().get(t).kind());
            }
        }
        for (int i = 0; i < seen.length; i++) {
            if (!labels.get(i).kind.equals("planned")) {
                int[] count = byKind.computeIfAbsent(labels.get(i).kind, key -> new int[2]);
                count[1]++;
                count[0] += seen[i] ? 1 : 0;
                found += seen[i] ? 1 : 0;
                missed += seen[i] ? 0 : 1;
            }
        }
        series++;
    }

    private void place(int t, List<Label> labels, boolean[] seen, String profile) {
        boolean excused = false;
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            seen[i] |= t >= label.start && t <= label.end + 1;
            excused |= t >= label.start && t <= label.end + 8;
        }
        if (!excused) {
            wrong++;
            byProfile.computeIfAbsent(profile, key -> new int[1])[0]++;
        }
    }
}
