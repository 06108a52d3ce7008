package io.plimsoll.analysis.unit;

import java.util.regex.Pattern;

/// A value as a cell of CSV (RFC 4180) that a spreadsheet may open: text that it would run as a formula gets an apostrophe in front.
/// Names in a bill are other people's words.
///
/// Numbers stay as they are, negative ones, too.
///
/// Source: OWASP, "CSV Injection".
public final class CsvCell {
    /// The last four are their full-width forms, which spreadsheets take for the same.
    private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+[.]?\\d*|[.]\\d+)([eE][+-]?\\d+)?");

    private CsvCell() {
    }

    /// The cell, in quotes if it needs them.
    public static String of(String text) {
        String harmless = harmless(text);
        boolean quote = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /// The text without quotes, for the clipboard.
    public static String harmless(String text) {
        boolean runs = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
        return runs ? "'" + text : text;
    }
}
