package io.plimsoll.app.screen.changes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.RenderedChange;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.app.text.Messages;

/// What is deployed otherwise, in words.
final class RenderedText {
    private RenderedText() {
    }

    /// A line a field that the file has to do with.
    static List<String> lines(List<RenderedChange> changes, String file) {
        return changes.stream().filter(change -> change.isOf(file)).map(RenderedText::line).toList();
    }

    private static String line(RenderedChange change) {
        OwnedField field = change.field();
        String object = field.kind() + "/" + (field.namespace().isEmpty() ? "" : field.namespace() + "/") + field.name()
                + (field.container().isEmpty() ? "" : ", " + field.container());
        return Messages.text("changes.renderedLine", object, field.field().replace('-', ' '), value(change.before()),
                value(change.after()));
    }

    private static String value(@Nullable OwnedField field) {
        return field == null ? Messages.text("changes.none") : field.value();
    }
}
