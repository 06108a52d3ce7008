package io.plimsoll.analysis.change.drift.desired;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.KnobLine;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.task.StepFailure;

/// Says where a value stands in Git, and whether it can be changed there. For one thread.
final class Places {
    private final Map<String, byte[]> files;
    private final Map<String, List<Knob>> knobs = new HashMap<>();
    private final Map<Knob, DriftOrigin> known = new HashMap<>();

    /// @param files path from the top of the clone to content
    Places(Map<String, byte[]> files) {
        this.files = files;
    }

    /// The knobs of a file; none if it can't be read.
    List<Knob> knobs(String file) {
        return knobs.computeIfAbsent(file, name -> {
            try {
                return Knobs.find(name, files.getOrDefault(name, new byte[0]));
            } catch (StepFailure e) {
                // Whoever reads the clone as a whole has said so.
                return List.of();
            }
        });
    }

    DriftOrigin of(Knob knob) {
        return known.computeIfAbsent(knob, this::look);
    }

    private DriftOrigin look(Knob knob) {
        byte[] content = files.getOrDefault(knob.file(), new byte[0]);
        return new DriftOrigin(knob.file(), knob.document(), knob.path().toString(),
                KnobLine.of(knob, content).line(), knob.value(), knob.editable(), knob.editable() ? "" : knob.reason());
    }

    /// Only a value that stands in Git as it is rendered can be replaced by another.
    DriftOrigin of(OwnedField field) {
        Origin origin = field.origin();
        String path = origin.path().toString();
        Optional<Knob> knob = knobs(origin.file()).stream().filter(each -> each.document() == origin.document()
                && each.path().toString().equals(path)).findFirst();
        String text = knob.map(Knob::value).orElse(field.value());
        String reason = knob.map(each -> each.editable() ? "" : each.reason())
                .orElse("No rule knows this place as a value that may be changed.");
        if (knob.isPresent() && !text.equals(field.value())) {
            reason = "The value is made of " + text + " there.";
        }
        return new DriftOrigin(origin.file(), origin.document(), path, origin.line(), text, reason.isEmpty(), reason);
    }
}
