package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Protection;
import io.plimsoll.analysis.change.Severity;

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
                        || Keys.below(Keys.of(edit.applied().edit().path()), protection.field()));
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
