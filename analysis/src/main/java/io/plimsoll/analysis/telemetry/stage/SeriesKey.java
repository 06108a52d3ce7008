package io.plimsoll.analysis.telemetry.stage;

import java.util.Map;
import java.util.TreeMap;

/// The one spelling of a series' name: as Prometheus writes a selector, labels sorted.
final class SeriesKey {
    private SeriesKey() {
    }

    static String of(String metric, Map<String, String> labels) {
        StringBuilder key = new StringBuilder(metric).append('{');
        new TreeMap<>(labels)
                .forEach((name, value) -> key.append(key.charAt(key.length() - 1) == '{' ? "" : ",").append(name)
                        .append("=\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                        .append('"'));
        return key.append('}').toString();
    }
}
