package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.workload.ManifestPlace;

/// The place in Git that decides a part of a workload's size.
///
/// @param knob    the value, its file and whether it can be edited
/// @param role    of its document
/// @param line    of the file, from 1; 0 if unknown
/// @param comment that stands beside the value, else on the line before; empty without one
public record SizeKnob(Knob knob, ManifestPlace.Role role, int line, String comment) {
    /// `file:line`.
    public String place() {
        return line == 0 ? knob.file() : knob.file() + ":" + line;
    }
}
