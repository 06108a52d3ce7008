package io.plimsoll.analysis.change.guard;

import java.util.List;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;

/// Remarks a value that the user is editing in the work tree too: the commit starts from the committed text and would meet that
/// edit later.
final class DirtySpan implements GuardRule {
    @Override
    public String id() {
        return "dirty-span";
    }

    @Override
    public String explanation() {
        return "Remarks a value that the work tree holds an uncommitted edit of.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        return input.edits().stream().filter(EditPreview::dirtySpan)
                .map(edit -> result(edit, Severity.WARN, false,
                        GuardInput.what(edit) + ": the work tree holds an uncommitted edit of the same value"))
                .toList();
    }
}
