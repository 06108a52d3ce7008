package io.plimsoll.analysis.telemetry;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which part of the requests a latency holds for.
public final class LatencyQuantile {
    /// `p95`, `q99`, `p999`, CloudWatch's `p99.9`.
    private static final Pattern WORD = Pattern.compile("(?:^|[_:.])[pq](\\d{2,3})(?:$|[_:.])");
    private static final Pattern STATISTIC = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?)");

    private LatencyQuantile() {
    }

    /// From a label `quantile`, a label `stat` as CloudWatch has it, or the metric's name.
    ///
    /// @return in 0..1; empty for a mean, a maximum, or if nothing says it
    public static OptionalDouble of(String metric, Map<String, String> labels) {
        String label = labels.getOrDefault("quantile", "");
        if (label.matches("0?\\.\\d+|0|1(?:\\.0+)?")) {
            return OptionalDouble.of(Double.parseDouble(label));
        }
        Matcher statistic = STATISTIC.matcher(labels.getOrDefault("stat", ""));
        if (statistic.matches()) {
            return OptionalDouble.of(Double.parseDouble(statistic.group(1)) / 100);
        }
        Matcher word = WORD.matcher(metric);
        return word.find()
                ? OptionalDouble.of(Integer.parseInt(word.group(1)) / (word.group(1).length() == 2 ? 100.0 : 1000.0))
                : OptionalDouble.empty();
    }

    /// `p95`, `p99.9`.
    public static String text(double quantile) {
        double percent = Math.round(quantile * 100_000) / 1000.0;
        return "p" + (percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent));
    }
}
