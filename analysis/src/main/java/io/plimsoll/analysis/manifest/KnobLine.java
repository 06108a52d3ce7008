package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.edit.Target;
import io.plimsoll.analysis.manifest.edit.TargetResolver;
import io.plimsoll.analysis.manifest.edit.Trailing;
import io.plimsoll.analysis.manifest.terraform.TerraformEditor;
import io.plimsoll.analysis.task.StepFailure;

/// Where a knob stands, and what its author wrote beside it.
///
/// @param line    of the file, from 1; 0 if the path does not lead to one, as in a template
/// @param comment without the `#`; empty if there is none
public record KnobLine(int line, String comment) {
    public static final KnobLine UNKNOWN = new KnobLine(0, "");

    /// @param content the bytes that the knob was found in
    public static KnobLine of(Knob knob, byte[] content) {
        return of(List.of(knob), content).getFirst();
    }

    /// Those of several knobs of one file, which is parsed once.
    ///
    /// @param content the bytes that the knobs were found in
    public static List<KnobLine> of(List<Knob> knobs, byte[] content) {
        if (knobs.isEmpty()) {
            return List.of();
        }
        try {
            if (TerraformEditor.takes(knobs.getFirst().file())) {
                return knobs.stream().map(knob -> ofTerraform(knob, content)).toList();
            }
            Layer layer = Layer.file(knobs.getFirst().file(), content);
            return knobs.stream().map(knob -> of(knob, layer)).toList();
        } catch (StepFailure e) {
            return Collections.nCopies(knobs.size(), UNKNOWN);
        }
    }

    private static KnobLine ofTerraform(Knob knob, byte[] content) {
        List<String> beside = TerraformEditor.beside(knob.file(), content, knob.document(), knob.path());
        return new KnobLine(Integer.parseInt(beside.getFirst()), beside.getLast());
    }

    private static KnobLine of(Knob knob, Layer layer) {
        try {
            Target target = TargetResolver.resolve(layer, knob.document(), knob.path());
            String comment = Trailing.comment(target);
            return new KnobLine(Trailing.line(target),
                    comment == null ? "" : comment.replaceFirst("^#\\s*", "").strip());
        } catch (StepFailure e) {
            return UNKNOWN;
        }
    }

    /// The comment on the line before a value's, which speaks of it where nothing stands beside it; empty if there is none.
    ///
    /// @param line of the value, from 1
    public static String above(byte[] content, int line) {
        if (line < 2) {
            return "";
        }
        String before = new String(content, StandardCharsets.UTF_8).lines().skip(line - 2L).findFirst().orElse("")
                .strip();
        return before.startsWith("#") ? before.replaceFirst("^#+\\s*", "").strip() : "";
    }
}
