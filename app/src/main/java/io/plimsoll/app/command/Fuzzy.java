package io.plimsoll.app.command;

import java.util.Locale;

/// How well a few typed letters fit a text: the first letter starts a word, each next one follows directly, starts a later
/// word, or stands later in the same word. `gtr` fits "Go to Rightsizing".
public final class Fuzzy {
    private static final int NONE = -1;

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
        String letters = wanted.replace(" ", "");
        int best = NONE;
        for (int start = 0; start < given.length(); start++) {
            if (given.charAt(start) == letters.charAt(0) && startsWord(given, start)) {
                best = Math.max(best, from(given, start, letters));
            }
        }
        return best < 0 ? NONE : Math.max(1, 4 * best - given.length() / 4);
    }

    /// The score of `letters` whose first one stands at `start`.
    private static int from(String given, int start, String letters) {
        int score = 10;
        int at = start;
        for (int i = 1; i < letters.length(); i++) {
            int next = next(given, letters.charAt(i), at);
            if (next < 0) {
                return NONE;
            }
            score += next == at + 1 ? 8 : startsWord(given, next) ? 10 : 1;
            at = next;
        }
        return score;
    }

    private static int next(String given, char letter, int at) {
        int sameWord = NONE;
        boolean inWord = true;
        for (int i = at + 1; i < given.length(); i++) {
            inWord &= Character.isLetterOrDigit(given.charAt(i));
            if (given.charAt(i) == letter) {
                if (i == at + 1 || startsWord(given, i)) {
                    return i;
                }
                sameWord = inWord && sameWord < 0 ? i : sameWord;
            }
        }
        return sameWord;
    }

    private static boolean startsWord(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1));
    }
}
