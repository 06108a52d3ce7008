package io.plimsoll.analysis.manifest.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks of template languages: Go and Jinja (`{{`, `{%`), Flux substitution (`${X}`), Kustomize vars (`$(X)`).
public final class Templates {
    private static final Pattern MARK = Pattern.compile("\\{\\{|\\{%");
    private static final Pattern IN_VALUE = Pattern.compile("\\{\\{|\\{%|\\$\\{|\\$\\([A-Za-z_]");

    private static final Pattern SPAN = Pattern.compile("\\{\\{.*?\\}\\}|\\{%.*?%\\}", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("nindent|toYaml");

    private Templates() {
    }

    /// The same length with every template span covered, so that offsets stay: a line of its own and what would put in
    /// whole blocks become comments, the rest becomes `x`. For reading only.
    public static String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            boolean comment = opensLine(text, span.start()) && closesLine(text, span.end())
                    || BLOCK.matcher(span.group()).find();
            for (int i = span.start(); i < span.end(); i++) {
                if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    masked.setCharAt(i, comment && (i == span.start() || text.charAt(i - 1) == '\n') ? '#' : 'x');
                }
            }
        }
        return masked.toString();
    }

    private static boolean opensLine(String text, int start) {
        return text.substring(text.lastIndexOf('\n', start - 1) + 1, start).replace("\uFEFF", "").isBlank();
    }

    private static boolean closesLine(String text, int end) {
        int lineEnd = text.indexOf('\n', end);
        return text.substring(end, lineEnd < 0 ? text.length() : lineEnd).isBlank();
    }

    /// Whether a whole text may be a template.
    public static boolean marked(String text) {
        return MARK.matcher(text).find();
    }

    /// Whether a single value is filled in by something else.
    public static boolean inValue(String value) {
        return IN_VALUE.matcher(value).find();
    }
}
