package io.plimsoll.analysis.change.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.ManifestPath;

/// The part of jq in which most rules of `ignoreDifferences` are written: `.a.b`, `["a.b"]`, `[0]`, `[]`, and
/// `| select(.name == "app") |` behind a `[]`.
record JqPath(List<Step> steps) {
    private static final Pattern PART = Pattern.compile("\\s*(?:"
            + "\\|?\\s*\\.?\\[\\]\\s*\\|\\s*select\\(\\s*\\.([A-Za-z0-9_]+)\\s*==\\s*\"([^\"]*)\"\\s*\\)"
            + "|\\|?\\s*\\.?\\[\\s*\"([^\"]+)\"\\s*\\]|\\|?\\s*\\.?\\[([0-9]{0,6})\\]"
            + "|\\|?\\s*\\.([A-Za-z_][A-Za-z0-9_-]*)|\\|?\\s*\\.\"([^\"]+)\")\\??\\s*");

    JqPath {
        steps = List.copyOf(steps);
    }

    /// One step; exactly one of the three says something.
    ///
    /// @param key   of a mapping or a position, empty for any item
    /// @param by    key by which an item is chosen, or empty
    /// @param value that it has
    record Step(String key, String by, String value) {}

    /// Empty for what is beyond this part of jq.
    static Optional<JqPath> parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            part.region(at, text.length());
            if (!part.lookingAt()) {
                return Optional.empty();
            }
            steps.add(step(part));
            at = part.end();
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new JqPath(steps));
    }

    private static Step step(Matcher part) {
        if (part.group(1) != null) {
            return new Step("", part.group(1), part.group(2));
        }
        for (int group = 3; group <= 6; group++) {
            if (part.group(group) != null) {
                return new Step(part.group(group), "", "");
            }
        }
        return new Step("", "", "");
    }

    /// Whether the field is at this path or below it.
    boolean covers(LiveField field) {
        List<ManifestPath.Step> path = field.path().steps();
        if (steps.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!covers(steps.get(i), path.get(i), field.pointer().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Step step, ManifestPath.Step at, String position) {
        if (!step.by().isEmpty()) {
            return at instanceof ManifestPath.Match(String key, String value) && key.equals(step.by())
                    && value.equals(step.value());
        }
        return step.key().isEmpty() ? !(at instanceof ManifestPath.Key) : step.key().equals(position);
    }
}
