package io.plimsoll.analysis.rightsizing.current;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.workload.ManifestPlace;

/// A knob with the role of its document.
public record PlacedKnob(Knob knob, ManifestPlace.Role role) {}
