package io.plimsoll.analysis.manifest.owner;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.RenderedFields;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// Holds every origin against its file, so that a value that was made of what stands there is never told as standing there.
final class WrittenValues {
    private WrittenValues() {
    }

    static Trace checked(Sources sources, Trace trace) {
        RenderedFields reader = new RenderedFields(sources, "", "");
        List<OwnedField> fields = trace.fields().stream().map(field -> {
            Value.Leaf written = written(sources, reader, field.origin());
            return !field.note().isEmpty() || written == null || written.text().equals(field.value())
                    ? field
                    : field.noted("made of " + shortened(written.text()));
        }).toList();
        return new Trace(fields, trace.unresolved(), trace.folders());
    }

    private static Value.@Nullable Leaf written(Sources sources, RenderedFields reader, Origin origin) {
        try {
            if (origin.file().isEmpty() || !sources.isFile(origin.file())) {
                return null;
            }
            List<Value> documents = sources.documents(origin.file());
            return origin.document() < documents.size()
                    ? reader.leaf(Objects.requireNonNull(documents.get(origin.document())), origin.path())
                    : null;
        } catch (StepFailure template) {
            return null;
        }
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() < text.length() || line.length() > 80
                ? line.substring(0, Math.min(80, line.length())) + "…"
                : line;
    }
}
