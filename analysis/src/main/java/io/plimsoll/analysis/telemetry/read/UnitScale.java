package io.plimsoll.analysis.telemetry.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a unit's spelling means: those of UCUM as OpenTelemetry writes them, CloudWatch's words, and what Grafana puts behind a number.
///
/// @param unit   of stored values
/// @param factor a value times this is in that unit
record UnitScale(String unit, double factor) {
    private static final Map<String, UnitScale> KNOWN = known();

    private static Map<String, UnitScale> known() {
        Map<String, UnitScale> known = new HashMap<>();
        put(known, "bytes", 1, "By", "B", "Bytes", "bytes");
        put(known, "bytes", 1L << 10, "KiBy", "KiB", "Ki");
        put(known, "bytes", 1L << 20, "MiBy", "MiB", "Mi");
        put(known, "bytes", 1L << 30, "GiBy", "GiB", "Gi");
        put(known, "bytes", 1L << 40, "TiBy", "TiB", "Ti");
        put(known, "bytes", 1e3, "kBy", "kB");
        put(known, "bytes", 1e6, "MBy", "MB");
        put(known, "bytes", 1e9, "GBy", "GB");
        put(known, "bytes", 1e12, "TBy", "TB");
        put(known, "seconds", 1, "s", "Seconds", "seconds", "sec");
        put(known, "seconds", 60, "min", "mins");
        put(known, "seconds", 3600, "h", "hour", "hours");
        put(known, "seconds", 86_400, "d", "day", "days");
        put(known, "seconds", 1e-3, "ms", "Milliseconds", "milliseconds");
        put(known, "seconds", 1e-6, "us", "\u00b5s", "Microseconds");
        put(known, "seconds", 1e-9, "ns", "nanoseconds");
        put(known, "cores", 1, "{cpu}", "{cpus}", "cores");
        put(known, "cores", 1e-3, "mcores", "millicores");
        put(known, "percent", 1, "%", "Percent", "percent");
        put(known, "", 1, "1", "Count", "None");
        put(known, "bytes/s", 1, "By/s", "B/s", "Bytes/Second");
        put(known, "1/s", 1, "Count/Second", "1/s");
        return Map.copyOf(known);
    }

    private static void put(Map<String, UnitScale> known, String unit, double factor, String... spellings) {
        for (String spelling : spellings) {
            known.put(spelling, new UnitScale(unit, factor));
        }
    }

    /// What is counted in braces, `{restart}`, is a number. Spellings that nobody knows are kept, values unchanged.
    static UnitScale of(String spelling) {
        return find(spelling).orElseGet(
                () -> spelling.matches("\\{.*\\}") ? new UnitScale("", 1) : new UnitScale(spelling, 1));
    }

    static Optional<UnitScale> find(String spelling) {
        return Optional.ofNullable(KNOWN.get(spelling));
    }
}
