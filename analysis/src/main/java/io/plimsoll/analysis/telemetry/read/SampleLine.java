package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;

/// One sample as Prometheus writes it as text: `name{label="value"} 1.5 1700000000.000`, or with the name among the labels.
///
/// @param metric empty if it is among the labels nowhere
/// @param value  as it is spelled
/// @param time   as it is spelled, empty if there is none; what follows `#` is an exemplar and left out
record SampleLine(String metric, Map<String, String> labels, String value, String time) {
    /// @throws IllegalArgumentException what is wrong with it
    static SampleLine parse(String line) {
        return new Cursor(line).line();
    }

    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        SampleLine line() {
            skipBlanks();
            int from = at;
            while (at < text.length() && text.charAt(at) != '{' && !isBlank()) {
                at++;
            }
            String metric = text.substring(from, at);
            Map<String, String> labels = new LinkedHashMap<>();
            skipBlanks();
            if (peek() == '{') {
                at++;
                String quoted = labels(labels);
                metric = metric.isEmpty() ? quoted : metric;
            }
            String named = labels.remove("__name__");
            if (metric.isEmpty() && named != null) {
                metric = named;
            }
            String value = word();
            if (value.isEmpty() || value.startsWith("{")) {
                throw new IllegalArgumentException(
                        value.isEmpty() ? "no value" : "a native histogram has no single value");
            }
            String time = word();
            String rest = time.startsWith("#") ? time : word();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                throw new IllegalArgumentException("more than a value and a time");
            }
            return new SampleLine(metric, labels, value, time.startsWith("#") ? "" : time);
        }

        /// @return a name that stands alone in quotes, as UTF-8 names do, or an empty text
        private String labels(Map<String, String> labels) {
            String quotedName = "";
            while (true) {
                skipBlanks();
                if (peek() == '}') {
                    at++;
                    return quotedName;
                }
                String name = peek() == '"' ? quoted() : name();
                skipBlanks();
                if (peek() == '=') {
                    at++;
                    skipBlanks();
                    if (labels.put(name, quoted()) != null) {
                        throw new IllegalArgumentException("label " + name + " is there twice");
                    }
                } else if (quotedName.isEmpty() && !name.isEmpty()) {
                    quotedName = name;
                } else {
                    throw new IllegalArgumentException("labels are not in the form name=\"value\"");
                }
                skipBlanks();
                if (peek() == ',') {
                    at++;
                } else if (peek() != '}') {
                    throw new IllegalArgumentException("labels are not in the form name=\"value\"");
                }
            }
        }

        private String name() {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(peek()) || "_.:/-".indexOf(peek()) >= 0)) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            if (peek() != '"') {
                throw new IllegalArgumentException("a label's value is not in quotes");
            }
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                if (c == '\\' && at + 1 < text.length()) {
                    char escaped = text.charAt(++at);
                    value.append(escaped == 'n' ? '\n' : escaped);
                } else {
                    value.append(c);
                }
            }
            throw new IllegalArgumentException("a quote is never closed");
        }

        private String word() {
            skipBlanks();
            int from = at;
            while (at < text.length() && !isBlank()) {
                at++;
            }
            return text.substring(from, at);
        }

        private void skipBlanks() {
            while (at < text.length() && isBlank()) {
                at++;
            }
        }

        private boolean isBlank() {
            return text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r';
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }
    }
}
