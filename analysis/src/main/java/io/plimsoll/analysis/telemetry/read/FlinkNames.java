package io.plimsoll.analysis.telemetry.read;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the ids of Flink's metrics mean; `0.numRecordsIn` is that of subtask 0.
final class FlinkNames {
    private static final Pattern SUBTASK = Pattern.compile("(\\d+)\\.(.+)");
    private static final Pattern COUNTER = Pattern.compile(
            "(?:.*\\.)?(?:num(?:Records|Bytes|Buffers)\\w*(?<!PerSecond)|CPU\\.Time|\\w*TotalTime|GarbageCollector\\..*\\.(?:Count|Time))");

    private FlinkNames() {
    }

    /// The metric without its subtask, which becomes a label.
    static String plain(String id, Map<String, String> labels) {
        Matcher matcher = SUBTASK.matcher(id);
        if (!matcher.matches()) {
            return id;
        }
        labels.put("subtask", matcher.group(1));
        return matcher.group(2);
    }

    static Told told(String id) {
        if (id.endsWith("CPU.Time")) {
            return new Told(MetricRule.Treatment.RATE, "ns", null);
        }
        if (id.contains(".Memory.") && !id.endsWith(".Count")) {
            return Told.gauge("By");
        }
        if (COUNTER.matcher(id).matches()) {
            return Told.COUNTER;
        }
        return id.endsWith("TimeMsPerSecond") ? Told.gauge("ms/s") : Told.GAUGE;
    }
}
