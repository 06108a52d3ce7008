package io.plimsoll.analysis.quality.measured;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;

/// Daily numbers whose unit may have changed, and which may miss a day.
final class DailyNumbers {
    private DailyNumbers() {
    }

    /// @param values quantiles or single values, one array each, one entry a day; all must move together
    /// @param factor from which on it is a unit and no behaviour
    static List<QualityEvent> units(Map<String, String> key, String name, LocalDate first, List<double[]> values,
            double factor, int end) {
        int days = values.getFirst().length;
        double[] least = new double[days];
        boolean[] wrong = new boolean[days];
        double[] size = new double[days];
        Arrays.fill(least, Double.NaN);
        List<double[]> moves = values.stream().map(DailyNumbers::moves).toList();
        for (int day = 0; day < end; day++) {
            int at = day;
            double lowest = moves.stream().mapToDouble(move -> move[at]).min().orElse(Double.NaN);
            double highest = moves.stream().mapToDouble(move -> move[at]).max().orElse(Double.NaN);
            if (Double.isNaN(lowest) || Double.isNaN(highest)) {
                continue;
            }
            double together = lowest > 0 ? lowest : highest < 0 ? highest : 0;
            least[day] = Math.pow(10, together);
            size[day] = Math.abs(together);
            wrong[day] = size[day] >= Math.log10(factor);
        }
        double[] one = new double[days];
        Arrays.fill(one, 1);
        List<QualityEvent> events = new ArrayList<>();
        for (Runs.Run run : Runs.of(wrong, size)) {
            double by = least[run.peak()];
            events.add(new QualityEvent(QualityCheck.UNITS, key, "size of values", "x", by > 1,
                    Runs.at(first.plusDays(run.from())), Runs.at(first.plusDays(run.peak())),
                    Runs.at(first.plusDays(run.to())), run.to() == end - 1, by, 1, 1, 0.85,
                    "Values of " + name + " are " + Math.round(by > 1 ? by : 1 / by) + " times as "
                            + (by > 1 ? "large" : "small") + " as before since " + first.plusDays(run.from())
                            + ": a unit has changed.",
                    "Compare the unit of the export with the one before, and import these days again.",
                    Runs.points(first, least, one, wrong, run)));
        }
        return events;
    }

    private static double[] moves(double[] values) {
        double[] logs = Arrays.stream(values).map(value -> value > 0 ? Math.log10(value) : Double.NaN).toArray();
        double[] usual = Runs.usual(logs);
        double[] spread = Runs.spread(logs, usual, 0.05);
        double[] moves = new double[values.length];
        Arrays.setAll(moves, day -> Math.abs(logs[day] - usual[day]) >= 6 * spread[day]
                ? logs[day] - usual[day]
                : Double.isNaN(logs[day] - usual[day]) ? Double.NaN : 0);
        return moves;
    }

    /// Days without a value between days with one, where each of the seven days before has one.
    static List<QualityEvent> missing(Map<String, String> key, String name, LocalDate first, double[] values) {
        List<QualityEvent> events = new ArrayList<>();
        boolean[] wrong = new boolean[values.length];
        for (int day = 7; day < values.length - 1; day++) {
            boolean before = Arrays.stream(values, day - 7, day).noneMatch(Double::isNaN);
            wrong[day] = Double.isNaN(values[day]) && (before || wrong[day - 1]);
        }
        double[] none = new double[values.length];
        Arrays.fill(none, Double.NaN);
        for (Runs.Run run : Runs.of(wrong, new double[values.length])) {
            LocalDate from = first.plusDays(run.from());
            LocalDate to = first.plusDays(run.to());
            events.add(new QualityEvent(QualityCheck.MISSING, key, "days with a value", "", false, Runs.at(from),
                    Runs.at(from), Runs.at(to), false, 0, 1, 1, 0.9,
                    name + " has no value " + (from.equals(to) ? "on " + from : "from " + from + " to " + to) + ".",
                    "Import these days again; unit costs leave them out until then.",
                    Runs.points(first, values, none, wrong, run)));
        }
        return events;
    }
}
