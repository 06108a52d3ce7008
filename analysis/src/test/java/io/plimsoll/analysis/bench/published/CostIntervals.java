package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.forecast.Forecast;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// How often intervals hold of made daily costs, events and all: 30 days ahead from the first 180 of each series.
///
/// The correction was chosen on the even series, so that only the odd ones are a check.
final class CostIntervals implements Published {
    private static final int KNOWN = 180;
    private static final int AHEAD = 30;

    @Override
    public String title() {
        return "daily cost, intervals of 30 days from 180";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Map<String, List<Double>> came = new LinkedHashMap<>();
        Map<String, Integer> day = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("series,t,value\n");
        for (Map<String, String> row : SharedData.csv(SharedData.path("bench/costbench/daily_cost.csv.gz"))) {
            String series = row.getOrDefault("series", "");
            int t = day.merge(series, 1, Integer::sum);
            String cost = row.getOrDefault("cost", "");
            if (t <= KNOWN) {
                text.append(series).append(',').append(t).append(',').append(cost).append('\n');
            } else if (t <= KNOWN + AHEAD) {
                came.computeIfAbsent(series, key -> new ArrayList<>()).add(Double.parseDouble(cost));
            }
        }
        Map<String, Forecast> said = PlainFiles.forecast(Files.writeString(folder.resolve("known.csv"), text), AHEAD,
                new int[]{7}, Progress.NONE, Cancellation.never());
        Map<String, HeldBack.Judged> judged = new LinkedHashMap<>();
        came.forEach((series, values) -> judged.put(series,
                HeldBack.judge(Objects.requireNonNull(said.get(series)), values)));
        return List.of(share(judged, "80 % interval holds, even series", true, HeldBack.Judged::cover80),
                share(judged, "80 % interval holds, odd series", false, HeldBack.Judged::cover80).atLeast(0.7)
                        .atMost(0.9),
                share(judged, "95 % interval holds, even series", true, HeldBack.Judged::cover),
                share(judged, "95 % interval holds, odd series", false, HeldBack.Judged::cover));
    }

    private static Score share(Map<String, HeldBack.Judged> judged, String measure, boolean even,
            ToDoubleFunction<HeldBack.Judged> cover) {
        Predicate<String> wanted = series -> Integer.parseInt(series) % 2 == 0 == even;
        return Score.plain(measure, judged.entrySet().stream().filter(each -> wanted.test(each.getKey()))
                .mapToDouble(each -> cover.applyAsDouble(each.getValue())).average().orElse(Double.NaN), 3);
    }
}
