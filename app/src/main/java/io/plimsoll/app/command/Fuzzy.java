package io.plimsoll.app.command;

import java.util.Locale;

/// How well a few typed letters fit a text: all must occur in order; starts of words and runs count more.
public final class Fuzzy {
    private Fuzzy() {
    }

    /// @return a score, higher is better, 0 for an empty query, or -1 if it does not fit
    public static int score(String query, String text) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        int whole = given.indexOf(wanted);
        if (whole >= 0) {
            return wanted.isEmpty() ? 0 : 1000 + (startsWord(given, whole) ? 500 : 0) - given.length();
        }
        int score = 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int next = best(given, letter, at + 1);
            if (next < 0) {
                return -1;
            }
            score += next == at + 1 ? 8 : startsWord(given, next) ? 10 : 1;
            at = next;
        }
        return Math.max(1, score * 4 - given.length() / 4);
    }

    private static int best(String text, char letter, int from) {
        int first = text.indexOf(letter, from);
        if (first == from) {
            return first;
        }
        for (int i = first; i >= 0; i = text.indexOf(letter, i + 1)) {
            if (startsWord(text, i)) {
                return i;
            }
        }
        return first;
    }

    private static boolean startsWord(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1));
    }
}
