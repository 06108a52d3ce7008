package io.plimsoll.analysis.workload;

import io.plimsoll.analysis.manifest.Knob;

/// A knob with the line that it stands on.
///
/// @param line from 1; 0 where the path leads to none, as in a template
public record PlacedKnob(Knob knob, int line) {
    /// `file:line`, or the file alone.
    public String place() {
        return line == 0 ? knob.file() : knob.file() + ":" + line;
    }
}
