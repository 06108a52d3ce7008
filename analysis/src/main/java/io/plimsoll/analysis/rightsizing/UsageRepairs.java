package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.List;

/// What had to be mended before the telemetry could be used; never silent.
///
/// @param samples    how many samples came in
/// @param notANumber dropped: `NaN` or infinite
/// @param negative   dropped: below zero, as a counter that was reset leaves behind
/// @param impossible dropped: more than any machine has, or a time before 1970 or after 2199
/// @param duplicates dropped: another sample of the same replica at the same second; the larger one is kept
/// @param outOfOrder kept, sorted into place
public record UsageRepairs(int samples, int notANumber, int negative, int impossible, int duplicates,
        int outOfOrder) {
    public static final UsageRepairs NONE = new UsageRepairs(0, 0, 0, 0, 0, 0);

    public boolean any() {
        return notANumber + negative + impossible + duplicates + outOfOrder > 0;
    }

    /// Dropped samples by those that came in, in 0..1.
    public double droppedShare() {
        return samples == 0 ? 0 : (double) (notANumber + negative + impossible + duplicates) / samples;
    }

    public UsageRepairs plus(UsageRepairs other) {
        return new UsageRepairs(samples + other.samples, notANumber + other.notANumber, negative + other.negative,
                impossible + other.impossible, duplicates + other.duplicates, outOfOrder + other.outOfOrder);
    }

    /// One sentence for the user; empty when nothing was mended.
    public String sentence() {
        List<String> parts = new ArrayList<>();
        add(parts, notANumber, "not a number");
        add(parts, negative, "negative");
        add(parts, impossible, "impossible");
        add(parts, duplicates, "duplicate");
        add(parts, outOfOrder, "out of order");
        return parts.isEmpty() ? "" : "Of " + samples + " samples: " + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
