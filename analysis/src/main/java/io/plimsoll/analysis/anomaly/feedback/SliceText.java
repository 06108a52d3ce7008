package io.plimsoll.analysis.anomaly.feedback;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.SeriesKey;

/// Reads what `SeriesKey.text` wrote: a dimension begins where its name stands between `&` and `=`, after one whose name comes before its.
final class SliceText {
    private SliceText() {
    }

    /// @param names of every dimension that there may be
    /// @return empty if the text names another one
    static Optional<SeriesKey> read(String text, Collection<String> names) {
        TreeMap<String, String> slice = new TreeMap<>();
        int at = 0;
        while (at < text.length()) {
            String name = name(text, at, names, slice);
            if (name == null) {
                return Optional.empty();
            }
            int value = at + name.length() + 1;
            slice.put(name, "");
            int end = text.indexOf('&', value);
            while (end >= 0 && name(text, end + 1, names, slice) == null) {
                end = text.indexOf('&', end + 1);
            }
            slice.put(name, text.substring(value, end < 0 ? text.length() : end));
            at = end < 0 ? text.length() : end + 1;
        }
        return Optional.of(new SeriesKey(slice));
    }

    private static @Nullable String name(String text, int at, Collection<String> names,
            TreeMap<String, String> before) {
        return names.stream().filter(each -> text.startsWith(each + "=", at))
                .filter(each -> before.isEmpty() || each.compareTo(before.lastKey()) > 0)
                .max(String::compareTo).orElse(null);
    }
}
