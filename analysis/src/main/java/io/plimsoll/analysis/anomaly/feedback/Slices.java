package io.plimsoll.analysis.anomaly.feedback;

import java.util.Optional;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// What the loaded bill tells of slices that were named once: by now it may be cut by other columns, or hold other charges.
public interface Slices {
    /// Where nothing is known but the events: every slice is as it was.
    Slices AS_NAMED = new Slices() {
        @Override
        public boolean cut(SeriesKey slice) {
            return true;
        }

        @Override
        public boolean holds(SeriesKey slice, Finding finding) {
            return false;
        }

        @Override
        public Optional<SeriesKey> key(String text) {
            return Optional.empty();
        }

        @Override
        public boolean renamed(SeriesKey slice, Finding finding) {
            return false;
        }

        @Override
        public String why(String slice, Shape seen) {
            return "";
        }
    };

    /// Whether events are looked for by each dimension of a slice.
    boolean cut(SeriesKey slice);

    /// Whether all that a finding moved lies in a slice: each of its charges does, or what the others moved on its days is at most a
    /// tenth of it and too little to be told by itself.
    boolean holds(SeriesKey slice, Finding finding);

    /// The slice that was written as `SeriesKey.text`; empty if the bill has no such dimension, or if the text could be read in two ways.
    Optional<SeriesKey> key(String text);

    /// Whether the finding is of the same thing under the name that it has since.
    boolean renamed(SeriesKey slice, Finding finding);

    /// A sentence on what became of a slice in which an event was found once, and is not any more.
    String why(String slice, Shape seen);
}
