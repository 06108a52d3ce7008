package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.SecretForms;
import io.plimsoll.analysis.repository.DiffRow;

/// No secret goes into a commit: neither by an added line nor by its message. The finding names the place, never the text.
final class Secrets implements GuardRule {
    @Override
    public String id() {
        return "secrets";
    }

    @Override
    public String explanation() {
        return "No added line and no word of the message looks like a password, key or token.";
    }

    @Override
    public boolean overridable() {
        return false;
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        int lines = 0;
        for (FilePreview file : input.files()) {
            for (DiffRow row : file.diff().rows()) {
                if (row.kind() != DiffRow.Kind.SAME && row.newText() != null) {
                    lines++;
                    SecretForms.find(row.newText())
                            .ifPresent(form -> results.add(result(file.file(), "", Severity.BLOCK, false,
                                    file.file() + ", line " + row.newLine() + " looks like " + form)));
                }
            }
        }
        for (EditPreview edit : input.edits()) {
            SecretForms.find(named(edit)).filter(form -> results.isEmpty()).ifPresent(form -> results.add(result(edit,
                    Severity.BLOCK, false,
                    edit.intent().file() + ": " + edit.intent().path() + " looks like " + form)));
        }
        SecretForms.find(input.message()).ifPresent(form -> results
                .add(result("", "", Severity.BLOCK, false, "The commit message looks like it holds " + form)));
        if (results.isEmpty()) {
            results.add(result("", "", Severity.BLOCK, true, lines + " added lines and the message hold none"));
        }
        return results;
    }

    /// The value of an environment variable stands on another line than its name.
    private static String named(EditPreview edit) {
        String name = "";
        for (ManifestPath.Step step : edit.applied().edit().path().steps()) {
            name = switch (step) {
                case ManifestPath.Key(String key) when key.equals("value") -> name;
                case ManifestPath.Key(String key) -> key;
                case ManifestPath.Match(String key, String value) -> value;
                default -> name;
            };
        }
        return name + ": " + edit.applied().after();
    }
}
