package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.forecast.Forecast;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Forecasts as a competition judged them: the last values are held back, one configuration for all series.
///
/// @param file   below the data folder: `series,set,t,value`
/// @param season in steps
/// @param smape  bar in per cent
/// @param covers whether the 95 % interval has to hold for .94 to .97; that of 80 % always for .77 to .83
record HeldBack(String title, String file, int season, int horizon, double smape, boolean covers)
        implements
            Published {
    static final HeldBack NN5 = new HeldBack("NN5 daily", "bench/forecast/nn5-daily.csv.gz", 7, 56, 20.7, true);
    static final HeldBack M3 = new HeldBack("M3 monthly", "bench/forecast/m3-monthly.csv.gz", 12, 18, 13.6, false);

    record Judged(double smape, double cover, double cover80) {}

    @Override
    public List<Score> run(Path folder) throws IOException {
        Map<String, List<Double>> came = new LinkedHashMap<>();
        Path known = folder.resolve("known.csv");
        StringBuilder text = new StringBuilder("series,t,value\n");
        for (Map<String, String> row : SharedData.csv(SharedData.path(file))) {
            String value = row.getOrDefault("value", "").strip();
            if (row.get("set").equals("train")) {
                text.append(row.get("series")).append(',').append(row.get("t")).append(',').append(value)
                        .append('\n');
            } else {
                came.computeIfAbsent(row.get("series"), series -> new ArrayList<>())
                        .add(value.isEmpty() ? Double.NaN : Double.parseDouble(value));
            }
        }
        Files.writeString(known, text);
        Map<String, Forecast> said = PlainFiles.forecast(known, horizon, new int[]{season}, Progress.NONE,
                Cancellation.never());
        List<Judged> all = came.entrySet().stream()
                .map(each -> judge(said.get(each.getKey()), each.getValue())).toList();
        Score held = Score.plain("95 % interval holds", all.stream().mapToDouble(Judged::cover).average().orElse(0),
                3);
        return List.of(
                Score.plain("sMAPE", all.stream().mapToDouble(Judged::smape).average().orElse(0), 2).atMost(smape),
                covers ? held.atLeast(0.94).atMost(0.97) : held,
                Score.plain("80 % interval holds",
                        all.stream().mapToDouble(Judged::cover80).average().orElse(Double.NaN), 3).atLeast(0.77)
                        .atMost(0.83));
    }

    static Judged judge(Forecast said, List<Double> came) {
        double smape = 0;
        int inside = 0;
        int inside80 = 0;
        int count = 0;
        for (int h = 0; h < came.size(); h++) {
            double value = came.get(h);
            if (Double.isFinite(value)) {
                smape += 200 * Math.abs(value - said.mean()[h]) / (Math.abs(value) + Math.abs(said.mean()[h]));
                inside += value >= said.low(h, said.width95()) && value <= said.high(h, said.width95()) ? 1 : 0;
                inside80 += value >= said.low(h, said.width80()) && value <= said.high(h, said.width80()) ? 1 : 0;
                count++;
            }
        }
        return new Judged(smape / count, (double) inside / count, (double) inside80 / count);
    }
}
