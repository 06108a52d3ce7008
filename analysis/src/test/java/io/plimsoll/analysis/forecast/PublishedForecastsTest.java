package io.plimsoll.analysis.forecast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// NN5 and M3, as the competitions judged them: the last values are held back, one configuration for all series.
class PublishedForecastsTest {
    @Test
    @Tag("slow")
    void nn5IsForecastFor56Days() throws IOException {
        Score score = score("bench/forecast/nn5-daily.csv.gz", 7);
        assertThat(score.smape()).isLessThan(20.7);
        assertThat(score.cover95()).isBetween(0.94, 0.97);
    }

    @Test
    @Tag("slow")
    void monthlyM3IsForecastFor18Months() throws IOException {
        assertThat(score("bench/forecast/m3-monthly.csv.gz", 12).smape()).isLessThan(13.6);
    }

    private static Score score(String name, int season) throws IOException {
        Map<String, List<Double>> known = new LinkedHashMap<>();
        Map<String, List<Double>> heldBack = new LinkedHashMap<>();
        for (Map<String, String> row : SharedData.csv(SharedData.path(name))) {
            String value = row.getOrDefault("value", "").strip();
            (row.get("set").equals("train") ? known : heldBack)
                    .computeIfAbsent(row.get("series"), series -> new ArrayList<>())
                    .add(value.isEmpty() ? Double.NaN : Double.parseDouble(value));
        }
        List<Score> scores = known.entrySet().parallelStream()
                .map(each -> one(each.getValue(), heldBack.get(each.getKey()), season)).toList();
        Score mean = new Score(scores.stream().mapToDouble(Score::smape).average().orElseThrow(),
                scores.stream().mapToDouble(Score::cover95).average().orElseThrow());
        System.out.printf("%s: %d series, sMAPE %.2f, 95 %% interval holds %.3f%n", name, scores.size(), mean.smape(),
                mean.cover95());
        return mean;
    }

    private static Score one(List<Double> known, List<Double> heldBack, int season) {
        Forecast ahead = Combination.forecast(known.stream().mapToDouble(Double::doubleValue).toArray(),
                new int[]{season}, heldBack.size(), Progress.NONE, Cancellation.never());
        double smape = 0;
        int inside = 0;
        int count = 0;
        for (int h = 0; h < heldBack.size(); h++) {
            double came = heldBack.get(h);
            if (Double.isFinite(came)) {
                double said = ahead.mean()[h];
                smape += 200 * Math.abs(came - said) / (Math.abs(came) + Math.abs(said));
                inside += came >= ahead.low(h, ahead.width95()) && came <= ahead.high(h, ahead.width95()) ? 1 : 0;
                count++;
            }
        }
        return new Score(smape / count, (double) inside / count);
    }

    private record Score(double smape, double cover95) {}
}
