package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.RenderedChange;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.app.text.Messages;

/// What is deployed otherwise, in words.
final class RenderedText {
    private RenderedText() {
    }

    /// A line for each container of each deployed object that the file has to do with.
    static List<String> lines(List<RenderedChange> changes, String file) {
        Map<List<String>, List<String>> byObject = new LinkedHashMap<>();
        changes.stream().filter(change -> change.isOf(file)).forEach(change -> byObject
                .computeIfAbsent(object(change.field()), object -> new ArrayList<>())
                .add(Messages.text("changes.renderedField", change.field().field().replace('-', ' '),
                        value(change.before()), value(change.after()))));
        List<String> lines = new ArrayList<>();
        byObject.forEach((object, fields) -> lines
                .add(Messages.text("changes.renderedLine", object.getLast(), String.join(", ", fields))));
        return lines;
    }

    /// The same object may be deployed by several roots.
    private static List<String> object(OwnedField field) {
        String namespace = field.namespace().isEmpty() ? "" : field.namespace() + "/";
        String container = field.container().isEmpty() ? "" : ", " + field.container();
        return List.of(field.root(), field.kind() + "/" + namespace + field.name() + container);
    }

    private static String value(@Nullable OwnedField field) {
        return field == null ? Messages.text("changes.none") : field.value();
    }
}
