package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.CostDetector;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.LabelledCost;
import io.plimsoll.analysis.anomaly.LabelledCost.Event;
import io.plimsoll.analysis.anomaly.MadeBills;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// 240 made series of 540 days with some three hundred labelled events. An alert within [start, end + 1] finds the event; planned windows
/// and the eight days after an event don't count; any other alert is false. Judged from day 90 on, at the default gates.
///
/// @param anew whether series are drawn that no gate was chosen on
record DailyCost(String title, boolean anew) implements Published {
    static final DailyCost GIVEN = new DailyCost("daily cost", false);
    static final DailyCost DRAWN_ANEW = new DailyCost("daily cost, drawn anew", true);
    private static final int FROM = 90;
    private static final double MONTH = 30.4;

    private static final class Count {
        private int found;
        private int missed;
        private int wrong;
        private double months;

        double f1() {
            return 2.0 * found / (2.0 * found + wrong + missed);
        }
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Count all = new Count();
        Count even = new Count();
        Count odd = new Count();
        for (Map.Entry<LabelledCost, List<DayScore>> each : (anew ? drawn() : given()).entrySet()) {
            judge(each.getKey(), each.getValue(), all);
            judge(each.getKey(), each.getValue(), Integer.parseInt(each.getKey().name()) % 2 == 0 ? even : odd);
        }
        return List.of(Score.plain("F1", all.f1(), 3).atLeast(0.65),
                Score.plain("F1 of even series", even.f1(), 3), Score.plain("F1 of odd series", odd.f1(), 3),
                Score.plain("precision", all.found / (double) (all.found + all.wrong), 3),
                Score.plain("recall", all.found / (double) (all.found + all.missed), 3),
                Score.plain("false a series and month", all.wrong / all.months, 4).atMost(0.05));
    }

    private static Map<LabelledCost, List<DayScore>> drawn() {
        CostDetector detector = new CostDetector();
        Map<LabelledCost, List<DayScore>> judged = new LinkedHashMap<>();
        for (LabelledCost made : MadeBills.series(240, Published.first(2))) {
            judged.put(made, detector.detect(
                    new CostSeries(SeriesKey.of("series", made.name()), made.start(), made.cost(), null, "USD"),
                    Parameters.initial(detector.parameters()), Cancellation.never()).days());
        }
        return judged;
    }

    private static Map<LabelledCost, List<DayScore>> given() throws IOException {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        SharedData.csv(SharedData.path("bench/costbench/labels.csv"))
                .forEach(row -> events.computeIfAbsent(row.get("series"), key -> new ArrayList<>())
                        .add(new Event(Integer.parseInt(row.get("start_idx")), Integer.parseInt(row.get("end_idx")),
                                row.get("kind"))));
        Map<String, List<DayScore>> days = new LinkedHashMap<>();
        PlainFiles.cost(SharedData.path("bench/costbench/daily_cost.csv.gz"), Progress.NONE, Cancellation.never())
                .forEach(line -> days.computeIfAbsent(line.series(), key -> new ArrayList<>()).add(line.score()));
        Map<LabelledCost, List<DayScore>> judged = new LinkedHashMap<>();
        days.forEach((name, scores) -> judged.put(new LabelledCost(name, "", LocalDate.EPOCH, new BigDecimal[0],
                events.getOrDefault(name, List.of())), scores));
        return judged;
    }

    private static void judge(LabelledCost one, List<DayScore> days, Count count) {
        List<Event> events = one.events();
        boolean[] seen = new boolean[events.size()];
        for (int t = FROM; t < days.size(); t++) {
            if (days.get(t).alert() && !placed(t, events, seen)) {
                count.wrong++;
            }
        }
        for (int i = 0; i < seen.length; i++) {
            if (!events.get(i).kind().equals("planned")) {
                count.found += seen[i] ? 1 : 0;
                count.missed += seen[i] ? 0 : 1;
            }
        }
        count.months += (days.size() - FROM) / MONTH;
    }

    private static boolean placed(int t, List<Event> events, boolean[] seen) {
        boolean excused = false;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            seen[i] |= t >= event.start() && t <= event.end() + 1;
            excused |= t >= event.start() && t <= event.end() + 8;
        }
        return excused;
    }
}
