package io.plimsoll.analysis.anomaly.feedback;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.GivenLabel;
import io.plimsoll.analysis.anomaly.Label;

/// A label, what it was given to, and how far it reaches.
///
/// @param seen the event as it was then; null if that is not known (labels of older workspaces)
public record Said(GivenLabel given, @Nullable Shape seen) {
    /// From 4 times its size on, an event weighs a whole grade of severity more than the one that the user judged.
    private static final int USELESS_UP_TO = 4;
    /// Twice is not about the same.
    private static final int EXPECTED_UP_TO = 2;

    boolean mutes() {
        return given.label() != Label.REAL;
    }

    int factor() {
        return given.label() == Label.EXPECTED ? EXPECTED_UP_TO : USELESS_UP_TO;
    }

    boolean over(LocalDate day) {
        return given.until() != null && day.isAfter(given.until());
    }

    /// Whether the labelled event grew by more than what the user looked at, day for day.
    boolean outgrown(Shape now) {
        return seen != null && seen.farBelowDaily(now, factor());
    }

    /// Whether a later event is of the sort that the label names.
    ///
    /// @param named the labelled event as it is now, or as it was seen
    /// @param open  whether the other may still grow: then it is not yet known to be smaller
    boolean reaches(Shape named, Shape other, boolean open) {
        if (!named.sameMatter(other) || !named.recurs(other) || over(other.start())) {
            return false;
        }
        return switch (given.label()) {
            case REAL -> true;
            case USELESS -> !named.farBelow(other, USELESS_UP_TO);
            case EXPECTED -> !named.farBelow(other, EXPECTED_UP_TO)
                    && (open || !other.farBelow(named, EXPECTED_UP_TO));
        };
    }
}
