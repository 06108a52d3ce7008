package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replace the characters from `start` to `end` by `text`, whose line breaks are `\n` until it reaches the file.
record Splice(int start, int end, String text) {
    /// In text order; those at one place stay in the order given.
    static List<Splice> sorted(List<Splice> splices) {
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
        return sorted;
    }

    /// @throws IllegalArgumentException if two of them overlap
    static String applied(String text, List<Splice> splices) {
        StringBuilder result = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Splice splice : sorted(splices)) {
            if (splice.start < at) {
                throw new IllegalArgumentException("Splices overlap at " + splice.start);
            }
            result.append(text, at, splice.start).append(splice.text);
            at = splice.end;
        }
        return result.append(text, at, text.length()).toString();
    }
}
