package io.plimsoll.analysis.telemetry.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that are read as one: the parts of a rolling event log of Spark, of which only the first names the application. Spark writes
/// `eventlog_v2_APP/events_1_APP`, `events_2_APP` and so on; Databricks `eventlog-2026-10-01--12-00.gz` for what is past and `eventlog`
/// for the newest part.
final class RollingLogs {
    private static final Pattern PART = Pattern.compile("events_(\\d{1,9})_.*");
    private static final Pattern DATED = Pattern
            .compile("eventlog(?:-(\\d{4}-\\d{2}-\\d{2}--\\d{2}-\\d{2}))?(?:\\.gz)?");

    private RollingLogs() {
    }

    /// Each list is read as one file, in its order. Everything else is alone.
    static List<List<Path>> of(List<Path> files) {
        Map<Object, List<Path>> groups = new LinkedHashMap<>();
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            boolean part = folder != null && !place(file).isEmpty();
            groups.computeIfAbsent(part ? folder : new Object(), key -> new ArrayList<>()).add(file);
        }
        List<List<Path>> sorted = new ArrayList<>();
        for (List<Path> group : groups.values()) {
            sorted.add(group.stream().sorted(Comparator.comparing(RollingLogs::place)).toList());
        }
        return sorted;
    }

    /// Sorts as the parts do; empty if the file is no part.
    private static String place(Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        Matcher part = PART.matcher(name);
        if (part.matches() && folder != null && String.valueOf(folder.getFileName()).startsWith("eventlog_v2_")) {
            return String.format(Locale.ROOT, "%09d", Long.parseLong(part.group(1)));
        }
        Matcher dated = DATED.matcher(name);
        return dated.matches() ? Objects.requireNonNullElse(dated.group(1), "newest") : "";
    }
}
