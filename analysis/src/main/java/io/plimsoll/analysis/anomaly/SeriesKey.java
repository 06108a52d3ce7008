package io.plimsoll.analysis.anomaly;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which slice of the bill a series is: dimension (a FOCUS column or `tag:name`) to value. No dimension is the total.
///
/// @param dimensions kept in the order of their names
public record SeriesKey(Map<String, String> dimensions) {
    private static final String COMMITMENT = "CommitmentDiscountStatus";

    public SeriesKey {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    public static SeriesKey of(String dimension, String value) {
        return new SeriesKey(Map.of(dimension, value));
    }

    /// Whether every row of `other` is also a row of this slice, and the two are not the same.
    public boolean contains(SeriesKey other) {
        return dimensions.size() < other.dimensions.size()
                && other.dimensions.entrySet().containsAll(dimensions.entrySet());
    }

    /// Whether some row can lie in both: no dimension asks for two different values.
    public boolean overlaps(SeriesKey other) {
        for (Map.Entry<String, String> each : dimensions.entrySet()) {
            if (!other.dimensions.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// Used or unused commitment: it starts by decision, on a day that somebody chose.
    public boolean isCommitment() {
        return !dimensions.getOrDefault(COMMITMENT, "").isEmpty();
    }

    /// `a=a1&b=b2`, dimensions in the order of their names; the empty text is the total.
    public String text() {
        return dimensions.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    /// The values alone, for a title.
    public String title() {
        return dimensions.isEmpty() ? "total" : String.join(" · ", dimensions.values());
    }
}
