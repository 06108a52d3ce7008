package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.anomaly.feedback.Alerts;
import io.plimsoll.analysis.anomaly.feedback.Plans;
import io.plimsoll.analysis.anomaly.feedback.Slices;
import io.plimsoll.analysis.anomaly.feedback.Verdicts;
import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Detector and alert budget together: what a replay of the whole history says of its first part, against what was said when only that part was known.
public final class AlertLookAhead implements Published {
    private static final int BUDGET = 2;
    private static final Parameters PARAMETERS = Parameters.initial(Detection.parameters());

    @Override
    public String title() {
        return "alerts within a budget, decided then and replayed now";
    }

    @Override
    public List<Score> run(Path folder) {
        List<CostSeries> series = MadeBills.series(60, Published.first(5)).stream().map(each -> new CostSeries(
                SeriesKey.of("ServiceName", each.name()), each.start(), each.cost(), null, "USD")).toList();
        Map<String, LocalDate> now = fired(series);
        int same = 0;
        int all = 0;
        for (int days = 240; days <= 480; days += 80) {
            LocalDate last = series.getFirst().start().plusDays(days - 1L - PARAMETERS.whole("immature"));
            Map<String, LocalDate> then = until(last, fired(cut(series, days)));
            Map<String, LocalDate> replayed = until(last, now);
            same += (int) then.entrySet().stream().filter(each -> each.getValue().equals(replayed.get(each.getKey())))
                    .count();
            all += Math.max(then.size(), replayed.size());
        }
        // The detector itself dates a few events anew when it sees how they go on.
        return List.of(Score.plain("alerts", all, 0).atLeast(100),
                Score.plain("share that is the same", same / (double) all, 3).atLeast(0.98));
    }

    private static List<CostSeries> cut(List<CostSeries> series, int days) {
        return series.stream().map(each -> new CostSeries(each.key(), each.start(), Arrays.copyOf(each.cost(), days),
                null, each.currency())).toList();
    }

    private static Map<String, LocalDate> fired(List<CostSeries> series) {
        List<Anomaly> findings = new ArrayList<>(
                Detection.detectAll(series, PARAMETERS, Progress.NONE, Cancellation.never()));
        LocalDate last = series.getFirst().start().plusDays(series.getFirst().length() - 1L);
        return new Alerts(
                new Verdicts(Map.of(), new Plans(List.of(), Slices.AS_NAMED), Slices.AS_NAMED, List.copyOf(findings))
                        .all(),
                BigDecimal.valueOf(PARAMETERS.number("min-money")), last).fired(BUDGET);
    }

    private static Map<String, LocalDate> until(LocalDate last, Map<String, LocalDate> fired) {
        Map<String, LocalDate> before = new TreeMap<>(fired);
        before.values().removeIf(each -> each.isAfter(last));
        return before;
    }
}
