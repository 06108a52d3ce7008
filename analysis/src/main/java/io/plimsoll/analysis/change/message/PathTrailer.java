package io.plimsoll.analysis.change.message;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.task.StepFailure;

/// One changed value as a trailer: `apps/web.yaml#0:spec.replicas 9 -> 3`. A part with spaces or quotes is written as a JSON
/// string; `(none)` stands for a key that is not there.
public final class PathTrailer {
    public static final String KEY = "FinOps-Path";
    private static final String NONE = "(none)";
    private static final String ARROW = "->";
    private static final JsonMapper JSON = new JsonMapper();
    private final String text;
    private int at;

    private PathTrailer(String text) {
        this.text = text;
    }

    static String write(EditPreview edit) {
        Intent intent = edit.intent();
        return part(intent.file(), "#") + "#" + intent.document() + ":" + part(edit.path(), "") + " "
                + value(edit.applied().before()) + " " + ARROW + " "
                + value(edit.newKnob() == null && edit.applied().after().isEmpty() ? null : edit.applied().after());
    }

    private static String value(@Nullable String value) {
        return value == null
                ? NONE
                : value.equals(NONE) || value.equals(ARROW) ? JSON.writeValueAsString(value) : part(value, "");
    }

    private static String part(String part, String stop) {
        boolean plain = !part.isEmpty() && !part.startsWith("\"") && (stop.isEmpty() || !part.contains(stop))
                && part.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == 0xa0);
        return plain ? part : JSON.writeValueAsString(part);
    }

    /// @param workload for the intent, which the trailer does not tell
    /// @return from the old to the new value; a new value of null for a key that went
    /// @throws StepFailure TRAILER
    public static Change read(String value, String workload) {
        try {
            return new PathTrailer(value).change(workload);
        } catch (JacksonException | IndexOutOfBoundsException | NumberFormatException e) {
            throw StepFailure.badInput("TRAILER", "This " + KEY + " trailer can't be read: " + value,
                    "Undo the commit by hand, with `git revert`.", e);
        }
    }

    /// A value's way from one text to the other; null where the key is not there.
    public record Change(String file, int document, String path, @Nullable String before, @Nullable String after,
            String workload) {
        /// The intent that leads back.
        public Intent inverse() {
            return new Intent(file, document, path, after, before == null ? "" : before, workload);
        }
    }

    private Change change(String workload) {
        String file = next('#');
        int document = Integer.parseInt(next(':'));
        String path = next(' ');
        String before = nextValue();
        if (!next(' ').equals(ARROW)) {
            throw new NumberFormatException("no arrow");
        }
        return new Change(file, document, path, before, nextValue(), workload);
    }

    @Nullable
    private String nextValue() {
        boolean none = text.startsWith(NONE, at);
        String value = next(' ');
        return none ? null : value;
    }

    /// Up to `stop`, which is skipped, or the end.
    private String next(char stop) {
        int from = at;
        if (text.charAt(from) == '"') {
            int end = from + 1;
            while (text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            at = end + 2;
            return JSON.readValue(text.substring(from, end + 1), String.class);
        }
        int end = text.indexOf(stop, from);
        at = (end < 0 ? text.length() : end) + 1;
        return text.substring(from, end < 0 ? text.length() : end);
    }
}
