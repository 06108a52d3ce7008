package io.plimsoll.analysis.change;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.engine.JavaOptions;

/// A number that a guard decides on, which the clone's guards file can set.
public enum GuardNumber {
    DOWN("caps", "downPercent", 50, 0, 100, "step-cap", "The most that one commit may take off a value."),
    CPU_DOWN("caps", "cpuDownPercent", 50, 0, 100, "step-cap", "The same for CPU; downPercent where not set."),
    MEMORY_DOWN("caps", "memoryDownPercent", 50, 0, 100, "step-cap", "The same for memory; downPercent where not set."),
    UP("caps", "upPercent", 100, 0, 100_000, "step-cap", "The most that one commit may add to a value."),
    HEAP("caps", "heapPercent", JavaOptions.MOST_OF_LIMIT, 1, 100, "jvm-heap",
            "The most of its memory limit that a Java heap may take."),
    CPU_HEADROOM("floors", "cpuHeadroomPercent", 0, 0, 1_000, "cpu-floor",
            "What CPU keeps above the 99th percentile of its use."),
    MEMORY_HEADROOM("floors", "memoryHeadroomPercent", 10, 0, 1_000, "memory-floor",
            "What memory keeps above its observed peak."),
    MIN_DAYS("floors", "minDays", 7, 0, 3_650, "observed-days",
            "The days of telemetry that a lower CPU or memory value needs."),
    MIN_REPLICAS("floors", "minReplicas", 2, 0, 1_000, "replica-floor",
            "The replicas that a workload keeps if it has them.");

    private final String group;
    private final String key;
    private final int preset;
    private final int least;
    private final int most;
    private final String rule;
    private final String explanation;

    GuardNumber(String group, String key, int preset, int least, int most, String rule, String explanation) {
        this.group = group;
        this.key = key;
        this.preset = preset;
        this.least = least;
        this.most = most;
        this.rule = rule;
        this.explanation = explanation;
    }

    public static List<GuardNumber> of(String group) {
        return Arrays.stream(values()).filter(number -> number.group.equals(group)).toList();
    }

    /// The mapping of the file that holds it.
    public String group() {
        return group;
    }

    public String key() {
        return key;
    }

    /// Where the file says nothing.
    public int preset() {
        return preset;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /// The guard that decides on it.
    public String rule() {
        return rule;
    }

    public String explanation() {
        return explanation;
    }

    /// The one that counts in its stead where it is not set itself.
    public @Nullable GuardNumber general() {
        return this == CPU_DOWN || this == MEMORY_DOWN ? DOWN : null;
    }
}
