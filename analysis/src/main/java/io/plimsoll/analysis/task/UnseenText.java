package io.plimsoll.analysis.task;

import java.util.Locale;
import java.util.regex.Pattern;

/// Other people's words where a person reads them. What would colour a terminal, move its cursor, set its title or turn letters round is
/// written as its number, `\u001b`: names in a bill, in telemetry and in a clone must not be able to hide what stands beside them.
/// Ends of lines and tabs stay. No state.
public final class UnseenText {
    /// Control characters but the ends of lines and tabs; marks and overrides of the direction of writing; line and paragraph separators.
    private static final Pattern UNSEEN = Pattern.compile(
            "\\r(?!\\n)|[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\r\\t]]|[\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]");

    private UnseenText() {
    }

    /// Asked again of its own answer it changes nothing.
    public static String shown(String text) {
        return escaped(UNSEEN, text);
    }

    /// Writes what matches as its number.
    ///
    /// @param pattern of one UTF-16 unit
    public static String escaped(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(
                found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }

    /// The beginning of what is longer than anybody reads, with an ellipsis.
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
