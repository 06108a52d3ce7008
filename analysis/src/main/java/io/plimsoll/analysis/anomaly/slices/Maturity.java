package io.plimsoll.analysis.anomaly.slices;

import java.util.OptionalInt;

import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.param.Parameters;

/// How many of the last days of a slice are incomplete, learned from the data's own lag.
@FunctionalInterface
public interface Maturity {
    /// The same for every slice, as the parameters say.
    Maturity SAME = key -> OptionalInt.empty();

    /// @return days at the end of the calendar that are not judged yet, 0..30; empty where the slice's lag is not known
    OptionalInt incompleteDays(SeriesKey key);

    /// The detector's parameters for one slice.
    default Parameters of(SeriesKey key, Parameters parameters) {
        OptionalInt days = incompleteDays(key);
        return days.isEmpty() ? parameters : parameters.with("immature", Integer.toString(days.getAsInt()));
    }
}
