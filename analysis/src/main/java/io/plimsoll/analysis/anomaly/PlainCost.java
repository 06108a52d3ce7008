package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// The door of `series cost`: rows of plain files, judged series by series, without nesting and without false discovery control.
public final class PlainCost {
    private PlainCost() {
    }

    /// @param series name
    /// @param cost   null is a gap
    public record Row(String series, LocalDate day, @Nullable BigDecimal cost) {}

    /// @param series name
    /// @param score  of one day
    public record Line(String series, DayScore score) {}

    /// @param rows any order; a day that is absent within a series is a gap
    /// @return one line a row, series in order of appearance, days rising
    /// @throws StepFailure COST_DAY_TWICE if a series has a day twice, COST_SPAN if its days span more than 100 years
    public static List<Line> judge(List<Row> rows, Parameters parameters, Progress progress,
            Cancellation cancellation) {
        Map<String, List<Row>> bySeries = new LinkedHashMap<>();
        rows.forEach(row -> bySeries.computeIfAbsent(row.series, name -> new ArrayList<>()).add(row));
        List<Line> lines = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, List<Row>> each : bySeries.entrySet()) {
            progress.update("Judging " + each.getKey(), done++ / (double) bySeries.size());
            judge(each.getKey(), each.getValue(), parameters, cancellation, lines);
        }
        return List.copyOf(lines);
    }

    private static void judge(String name, List<Row> rows, Parameters parameters, Cancellation cancellation,
            List<Line> lines) {
        LocalDate first = rows.stream().map(Row::day).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = rows.stream().map(Row::day).max(LocalDate::compareTo).orElseThrow();
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days > 36_525) {
            throw StepFailure.badInput("COST_SPAN", "Series " + name + " runs from " + first + " to " + last + ".",
                    "Check the days: no series may span more than 100 years.");
        }
        @Nullable
        BigDecimal[] cost = new BigDecimal[(int) days];
        boolean[] present = new boolean[(int) days];
        for (Row row : rows) {
            int i = (int) ChronoUnit.DAYS.between(first, row.day);
            if (present[i]) {
                throw StepFailure.badInput("COST_DAY_TWICE", "Series " + name + " has " + row.day + " twice.",
                        "Sum the rows of a day before, or give them different series names.");
            }
            present[i] = true;
            cost[i] = row.cost;
        }
        Detected detected = new CostDetector().detect(
                new CostSeries(SeriesKey.of("series", name), first, cost, null, ""), parameters, cancellation);
        for (int i = 0; i < cost.length; i++) {
            if (present[i]) {
                lines.add(new Line(name, detected.days().get(i)));
            }
        }
    }
}
