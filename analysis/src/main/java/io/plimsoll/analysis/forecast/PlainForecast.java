package io.plimsoll.analysis.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// The door of `series forecast`: rows of plain files, continued series by series.
public final class PlainForecast {
    private PlainForecast() {
    }

    /// @param value `NaN` for a gap
    public record Row(String series, double value) {}

    /// @param rows each series in time order
    /// @return by series, in the order of their first rows; a series without a value is left out
    public static Map<String, Forecast> forecast(List<Row> rows, int[] seasons, int horizon, Progress progress,
            Cancellation cancellation) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        rows.forEach(each -> values.computeIfAbsent(each.series(), series -> new ArrayList<>()).add(each.value()));
        values.values().removeIf(each -> each.stream().noneMatch(Double::isFinite));
        Map<String, Forecast> found = new LinkedHashMap<>();
        values.forEach((series, history) -> {
            cancellation.check();
            progress.update("Forecasting " + series, (double) found.size() / values.size());
            found.put(series, Combination.forecast(history.stream().mapToDouble(Double::doubleValue).toArray(), seasons,
                    horizon, Progress.NONE, cancellation));
        });
        return found;
    }
}
