package io.plimsoll.analysis.forecast;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// NN5 as if it were a bill: totals of 30 days from paths, held against what came.
class MonthTotalsTest {
    private record Held(double error, boolean in80, boolean in95) {}

    @Test
    @Tag("slow")
    void totalsOfThirtyDaysHoldAboutAsOftenAsTheySay() throws IOException {
        Map<String, List<Double>> known = new LinkedHashMap<>();
        Map<String, List<Double>> heldBack = new LinkedHashMap<>();
        for (Map<String, String> row : SharedData.csv(SharedData.path("bench/forecast/nn5-daily.csv.gz"))) {
            String value = row.getOrDefault("value", "").strip();
            String set = row.getOrDefault("set", "");
            (set.equals("train") ? known : heldBack)
                    .computeIfAbsent(row.getOrDefault("series", ""), series -> new ArrayList<>())
                    .add(value.isEmpty() ? Double.NaN : Double.parseDouble(value));
        }
        for (int cut : new int[]{735, 180}) {
            List<Held> held = known.entrySet().parallelStream()
                    .map(each -> one(each.getValue(), heldBack.getOrDefault(each.getKey(), List.of()), cut)).toList();
            double error = held.stream().mapToDouble(Held::error).average().orElseThrow();
            double in80 = held.stream().filter(Held::in80).count() / (double) held.size();
            double in95 = held.stream().filter(Held::in95).count() / (double) held.size();
            System.out.printf("NN5, totals of 30 days from %d days: %d series, error %.2f %%, 80 %% holds %.3f, "
                    + "95 %% holds %.3f%n", cut, held.size(), error, in80, in95);
            assertThat(in80).isBetween(0.7, 0.95);
            assertThat(in95).isBetween(0.85, 1.0);
            assertThat(error).isLessThan(12);
        }
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
