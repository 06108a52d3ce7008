package io.plimsoll.analysis.change.drift.desired;

import java.util.HashMap;
import java.util.Map;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.KnobLine;

/// Says where a knob stands. For one thread.
final class Places {
    private final Map<String, byte[]> files;
    private final Map<Knob, DriftOrigin> known = new HashMap<>();

    /// @param files path from the top of the clone to content
    Places(Map<String, byte[]> files) {
        this.files = files;
    }

    DriftOrigin of(Knob knob) {
        return known.computeIfAbsent(knob, this::look);
    }

    private DriftOrigin look(Knob knob) {
        byte[] content = files.getOrDefault(knob.file(), new byte[0]);
        return new DriftOrigin(knob.file(), knob.document(), knob.path().toString(),
                KnobLine.of(knob, content).line(), knob.value(), knob.editable(), knob.editable() ? "" : knob.reason());
    }
}
