package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Protection;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.ManifestPath;

/// Files, kinds and fields that the clone's owners keep for themselves; the guards file's own folder always is one.
final class ProtectedPath implements GuardRule {
    private static final Protection OWN = new Protection(List.of(".plimsoll/**"), "", "",
            "the guards are not changed by what they guard");

    @Override
    public String id() {
        return "protected-path";
    }

    @Override
    public String explanation() {
        return "Files and fields that the clone protects are not edited from here.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            Stream.concat(Stream.of(OWN), input.settings().protections().stream())
                    .filter(protection -> hits(input, edit, protection)).findFirst()
                    .ifPresent(protection -> results.add(result(edit, Severity.BLOCK, false,
                            GuardInput.what(edit) + ": " + words(protection))));
        }
        return results;
    }

    private static boolean hits(GuardInput input, EditPreview edit, Protection protection) {
        return protection.covers(edit.intent().file())
                && (protection.kind().isEmpty()
                        || protection.kind().equals(GuardInput.kind(input.object(edit), edit)))
                && (protection.field().isEmpty()
                        || Keys.below(Keys.of(edit.applied().edit().path()), protection.field())
                        || overrides(edit.intent().overlay(), protection.field()));
    }

    /// A field stays protected where the patch of an overlay would set it.
    private static boolean overrides(Intent.@Nullable Overlay overlay, String field) {
        return overlay != null && Keys.below(Keys.of(ManifestPath.parse(overlay.base().path())), field);
    }

    private static String words(Protection protection) {
        List<String> what = new ArrayList<>();
        if (!protection.field().isEmpty()) {
            what.add(protection.field());
        }
        if (!protection.kind().isEmpty()) {
            what.add("kind " + protection.kind());
        }
        if (!protection.paths().isEmpty()) {
            what.add("files " + String.join(", ", protection.paths()));
        }
        return "protected are " + String.join(" of ", what)
                + (protection.reason().isEmpty() ? "" : " (" + protection.reason() + ")");
    }
}
