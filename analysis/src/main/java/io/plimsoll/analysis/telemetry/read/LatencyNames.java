package io.plimsoll.analysis.telemetry.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.LatencyQuantile;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;

/// Which metrics say how long the requests took that a workload answered, and in which unit: summaries of Prometheus' clients and of
/// Spring, recording rules and exports with a quantile in their names, OpenTelemetry's conventions, and CloudWatch's load balancers
/// and gateways. What a workload waited for others, and what a runtime does by itself, is no latency of its own.
public final class LatencyNames {
    private static final Set<String> REQUEST = Set.of("request", "requests", "response", "http", "grpc", "rpc");
    private static final Set<String> TIME = Set.of("duration", "time", "seconds");
    private static final Set<String> OTHERS = Set.of("client", "outbound", "upstream", "queue", "dns", "gc", "fsync",
            "scrape", "lag", "age", "size");
    private static final Set<String> COUNTERS = Set.of("sum", "count", "bucket", "total", "created");
    private static final Pattern PARTS = Pattern.compile("[_:.]+");
    private static final Pattern ANY = Pattern.compile(".*");
    private static final Map<String, Double> UNITS = Map.of("seconds", 1.0, "s", 1.0, "ms", 1e-3, "milliseconds", 1e-3,
            "millis", 1e-3, "us", 1e-6, "microseconds", 1e-6);
    /// Units that the conventions fix: the stable ones are in seconds, those before 1.0 in milliseconds.
    private static final Map<String, Double> CONVENTIONS = Map.of("http.server.request.duration", 1.0,
            "http.server.duration", 1e-3, "rpc.server.duration", 1e-3, "TargetResponseTime", 1.0);
    private static final Map<String, Double> GATEWAYS = Map.of("AWS/ApiGateway", 1e-3, "AWS/ELB", 1.0);

    private LatencyNames() {
    }

    /// Of a series that holds latencies themselves.
    ///
    /// @return null for any other
    static @Nullable MetricRule rule(String metric, Map<String, String> labels) {
        List<String> words = words(metric);
        String part = words.getLast();
        if (COUNTERS.contains(part)) {
            return counter(metric, part);
        }
        Double factor = unit(metric, words, labels);
        boolean named = CONVENTIONS.containsKey(metric) || metric.equals("Latency");
        if (factor == null || !named && !isLatency(words, LatencyQuantile.of(metric, labels).isPresent())) {
            return null;
        }
        Statistic statistic = words.contains("max")
                ? Statistic.MAXIMUM
                : words.contains("avg") || words.contains("mean") ? Statistic.AVERAGE : Statistic.SAMPLE;
        return MetricRule.gauge("", Measure.LATENCY_SECONDS, statistic, factor);
    }

    private static @Nullable MetricRule counter(String metric, String part) {
        int end = metric.lastIndexOf('_');
        Double factor = end < 1 ? null : counted(metric.substring(0, end));
        return factor == null || !part.equals("sum") && !part.equals("count")
                ? null
                : new MetricRule(ANY, Measure.OTHER, Statistic.SAMPLE, MetricRule.Treatment.RATE,
                        part.equals("sum") ? "seconds/s" : "1/s", part.equals("sum") ? factor : 1);
    }

    /// Of a histogram's or summary's counters: what a value of the family is in seconds.
    ///
    /// @param family the metric without `_bucket`, `_sum` or `_count`
    /// @return null for any other
    public static @Nullable Double counted(String family) {
        List<String> words = words(family);
        return CONVENTIONS.containsKey(family) || isLatency(words, true) ? unit(family, words, Map.of()) : null;
    }

    private static boolean isLatency(List<String> words, boolean hasQuantile) {
        if (words.stream().anyMatch(OTHERS::contains)) {
            return false;
        }
        boolean request = words.stream().anyMatch(REQUEST::contains);
        return words.contains("latency") || request && (words.contains("duration") || words.contains("time"))
                || hasQuantile && request && words.stream().anyMatch(TIME::contains);
    }

    private static @Nullable Double unit(String metric, List<String> words, Map<String, String> labels) {
        Double fixed = CONVENTIONS.get(metric);
        if (fixed != null || metric.equals("Latency")) {
            return fixed != null ? fixed : GATEWAYS.get(labels.getOrDefault("aws_namespace", ""));
        }
        return words.stream().map(UNITS::get).filter(each -> each != null).findFirst().orElse(null);
    }

    private static List<String> words(String metric) {
        return List.of(PARTS.split(metric));
    }
}
