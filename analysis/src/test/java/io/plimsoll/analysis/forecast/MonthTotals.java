package io.plimsoll.analysis.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// NN5 as if it were a bill: totals of 30 days from paths, held against what came.
///
/// @param known how many days before are known
public record MonthTotals(int known) implements Published {
    public static final List<Published> ALL = List.of(new MonthTotals(735), new MonthTotals(180));

    private record Held(double error, boolean in80, boolean in95) {}

    @Override
    public String title() {
        return "NN5 daily, totals of 30 days from " + known + " days";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Map<String, List<Double>> train = new LinkedHashMap<>();
        Map<String, List<Double>> heldBack = new LinkedHashMap<>();
        for (Map<String, String> row : SharedData.csv(SharedData.path("bench/forecast/nn5-daily.csv.gz"))) {
            String value = row.getOrDefault("value", "").strip();
            (row.getOrDefault("set", "").equals("train") ? train : heldBack)
                    .computeIfAbsent(row.getOrDefault("series", ""), series -> new ArrayList<>())
                    .add(value.isEmpty() ? Double.NaN : Double.parseDouble(value));
        }
        List<Held> held = train.entrySet().parallelStream()
                .map(each -> one(each.getValue(), heldBack.getOrDefault(each.getKey(), List.of()), known)).toList();
        double count = held.size();
        return List.of(
                Score.plain("per cent off", held.stream().mapToDouble(Held::error).average().orElse(Double.NaN), 2)
                        .atMost(12),
                Score.plain("80 % range holds", held.stream().filter(Held::in80).count() / count, 3).atLeast(0.7)
                        .atMost(0.95),
                Score.plain("95 % range holds", held.stream().filter(Held::in95).count() / count, 3).atLeast(0.85));
    }

    private static Held one(List<Double> known, List<Double> heldBack, int cut) {
        double[] all = known.stream().mapToDouble(Double::doubleValue).toArray();
        double[] usage = Gaps.filled(Arrays.copyOfRange(all, all.length - Math.min(cut, all.length), all.length),
                new int[]{7});
        double[] after = Gaps.filled(heldBack.stream().mapToDouble(Double::doubleValue).toArray(), new int[]{7});
        Ahead ahead = Ahead.of(usage, new double[usage.length], LocalDate.of(2025, 1, 1), 30, Progress.NONE,
                Cancellation.never());
        double[] totals = ahead.totals(0, 30);
        Arrays.sort(totals);
        double came = Arrays.stream(after, 0, 30).sum();
        double said = totals[totals.length / 2];
        return new Held(100 * Math.abs(said - came) / came, Ahead.within(came, totals, 0.8),
                Ahead.within(came, totals, 0.95));
    }
}
