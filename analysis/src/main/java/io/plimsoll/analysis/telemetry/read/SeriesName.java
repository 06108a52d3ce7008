package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column's name in a wide table, taken apart: `cpu_cores{pod="api-0"}`, `{pod="api-0"}`, `Memory (MiB)`, or any text, which is
/// kept as the label `series`.
///
/// @param metric empty where the name holds none
/// @param unit   empty where the name holds none
record SeriesName(String metric, Map<String, String> labels, String unit) {
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:.]*");
    private static final Pattern UNIT = Pattern.compile("(.*\\S)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");
    private static final Pattern NO_NAME = Pattern.compile("(?i)value(?: #\\w+)?");

    static SeriesName parse(String column) {
        String text = column.strip();
        Matcher behind = UNIT.matcher(text);
        if (behind.matches() && UnitScale.find(behind.group(2)).isPresent()) {
            SeriesName before = parse(behind.group(1));
            return new SeriesName(before.metric, before.labels, behind.group(2));
        }
        if (NO_NAME.matcher(text).matches()) {
            return new SeriesName("", Map.of(), "");
        }
        if (PLAIN.matcher(text).matches()) {
            return new SeriesName(text, Map.of(), "");
        }
        if (text.endsWith("}") && text.indexOf('{') >= 0) {
            try {
                SampleLine line = SampleLine.parse(text + " 0");
                return new SeriesName(line.metric(), line.labels(), "");
            } catch (IllegalArgumentException e) {
                // A legend that only looks like a selector.
                return legend(text);
            }
        }
        return legend(text);
    }

    private static SeriesName legend(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("series", text);
        return new SeriesName("", labels, "");
    }
}
