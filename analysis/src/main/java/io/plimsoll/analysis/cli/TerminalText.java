package io.plimsoll.analysis.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/// Other people's words on a terminal. What would colour it, move its cursor, set its title or turn its letters round is written as its
/// number, `\u001b`: names in a bill, in telemetry and in a clone must not be able to hide what is printed beside them.
final class TerminalText {
    private static final int LONGEST_CELL = 1000;
    private static final int LONGEST_SENTENCE = 4000;
    /// Control characters but the ends of lines and tabs; marks and overrides of the direction of writing; line and paragraph separators.
    private static final Pattern UNSEEN = Pattern.compile(
            "\\r(?!\\n)|[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\r\\t]]|[\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]");
    private static final Pattern ENDS = Pattern.compile("[\\n\\r\\t]");

    private TerminalText() {
    }

    /// Of several lines.
    static String of(String text) {
        return escaped(UNSEEN, text);
    }

    /// On one line, and no longer than anybody reads.
    static String cell(String text) {
        return escaped(ENDS, of(shortened(text, LONGEST_CELL)));
    }

    /// Of a failure, which may repeat what was given: on a command line that can be anything of any length.
    static String sentence(String text) {
        return of(shortened(text, LONGEST_SENTENCE));
    }

    private static String escaped(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(
                found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
