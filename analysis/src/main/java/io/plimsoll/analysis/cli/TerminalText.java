package io.plimsoll.analysis.cli;

import java.util.regex.Pattern;

import io.plimsoll.analysis.task.UnseenText;

/// Other people's words on a terminal, which must not let them act ([UnseenText]).
final class TerminalText {
    private static final int LONGEST_CELL = 1000;
    private static final int LONGEST_SENTENCE = 4000;
    private static final Pattern ENDS = Pattern.compile("[\\n\\r\\t]");

    private TerminalText() {
    }

    /// Of several lines.
    static String of(String text) {
        return UnseenText.shown(text);
    }

    /// On one line, and no longer than anybody reads.
    static String cell(String text) {
        return UnseenText.escaped(ENDS, of(UnseenText.shortened(text, LONGEST_CELL)));
    }

    /// Of a failure, which may repeat what was given: on a command line that can be anything of any length.
    static String sentence(String text) {
        return of(UnseenText.shortened(text, LONGEST_SENTENCE));
    }
}
