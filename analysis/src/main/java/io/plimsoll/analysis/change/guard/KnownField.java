package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// Says so when the meaning of a value is unknown, since no other guard could look at it then, and stops a text where an amount
/// belongs.
final class KnownField implements GuardRule {
    @Override
    public String id() {
        return "known-field";
    }

    @Override
    public String explanation() {
        return "Remarks values whose meaning is unknown and stops a text where an amount belongs.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            Knob knob = edit.newKnob();
            if (knob == null) {
                results.add(result(edit, Severity.WARN, false,
                        GuardInput.what(edit) + ": its meaning is unknown, no other guard looked at it"));
            } else if (knob.unit() != UnitGrammar.TEXT && !knob.unit().reads(knob.value())) {
                results.add(result(edit, Severity.BLOCK, false,
                        GuardInput.what(edit) + ": that is no value for this place"));
            }
        }
        return results;
    }
}
