package io.plimsoll.analysis.change.guard;

import java.util.List;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Knob;

/// Looks at a change before it is committed. Stateless; the caller runs it.
public interface GuardRule {
    /// Lower case with dashes; never changes, since overrides in old commits name it.
    String id();

    /// What it looks at and why, as a sentence for the user.
    String explanation();

    /// One result for each thing looked at; none if there was nothing to look at.
    List<GuardResult> check(GuardInput input);

    /// Whether a reason can overrule it.
    default boolean overridable() {
        return true;
    }

    /// Whether it also stands against going back to a value that was in force before.
    default boolean appliesToUndo() {
        return false;
    }

    /// A result on one edit; the evidence begins with the edit.
    default GuardResult result(EditPreview edit, Severity severity, boolean passed, String evidence) {
        return result(edit.intent().file(), GuardInput.namespace(edit), severity, passed, evidence);
    }

    /// A result on an object.
    default GuardResult result(Knob knob, Severity severity, boolean passed, String evidence) {
        return result(knob.file(), knob.namespace(), severity, passed, evidence);
    }

    /// A result on a file, or on the whole change where it is empty.
    default GuardResult result(String file, String namespace, Severity severity, boolean passed, String evidence) {
        return new GuardResult(id(), severity, passed, evidence, overridable(), file, namespace, List.of());
    }
}
