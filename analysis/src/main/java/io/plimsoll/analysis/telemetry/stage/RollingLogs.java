package io.plimsoll.analysis.telemetry.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that are read as one: the parts of a rolling event log of Spark, `eventlog_v2_APP/events_1_APP`, `events_2_APP` and so on, of
/// which only the first names the application.
final class RollingLogs {
    private static final Pattern PART = Pattern.compile("events_(\\d{1,9})_.*");

    private RollingLogs() {
    }

    /// Each list is read as one file, in its order. Everything else is alone.
    static List<List<Path>> of(List<Path> files) {
        Map<Object, List<Path>> groups = new LinkedHashMap<>();
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            boolean part = folder != null && String.valueOf(folder.getFileName()).startsWith("eventlog_v2_")
                    && number(file) >= 0;
            groups.computeIfAbsent(part ? folder : new Object(), key -> new ArrayList<>()).add(file);
        }
        List<List<Path>> sorted = new ArrayList<>();
        for (List<Path> group : groups.values()) {
            sorted.add(group.stream().sorted(Comparator.comparingLong(RollingLogs::number)).toList());
        }
        return sorted;
    }

    private static long number(Path file) {
        Matcher matcher = PART.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }
}
