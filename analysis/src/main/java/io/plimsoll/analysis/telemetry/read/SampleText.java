package io.plimsoll.analysis.telemetry.read;

import java.util.Locale;

/// A sample's value as Prometheus and CSV write it.
final class SampleText {
    private SampleText() {
    }

    /// Narrower than Java's own parser, which also takes `1f` and hexadecimal.
    ///
    /// @throws NumberFormatException if it is no number
    static double parse(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> {
                return Double.NaN;
            }
            case "inf", "+inf" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                        throw new NumberFormatException("Not a number: " + text);
                    }
                }
                return Double.parseDouble(text);
            }
        }
    }
}
