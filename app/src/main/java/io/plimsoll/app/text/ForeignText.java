package io.plimsoll.app.text;

import java.util.regex.Pattern;

import io.plimsoll.analysis.task.UnseenText;

/// Names of a bill, of telemetry and of a clone as the window shows them: other people's words, of any length and with characters that
/// would turn round or break what stands beside them. No state.
public final class ForeignText {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST = 2000;
    private static final Pattern ENDS = Pattern.compile("[\\n\\r\\t]");

    private ForeignText() {
    }

    /// On one line of a list, a table or a title; the label shortens it further to its width.
    public static String line(String text) {
        return UnseenText.escaped(ENDS, UnseenText.shown(UnseenText.shortened(text, LONGEST_LINE)));
    }

    /// Of several lines, as a tooltip or a paragraph has room for.
    public static String whole(String text) {
        return UnseenText.shown(UnseenText.shortened(text, LONGEST));
    }
}
