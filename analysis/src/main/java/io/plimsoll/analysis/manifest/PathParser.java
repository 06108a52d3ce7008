package io.plimsoll.analysis.manifest;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// Reads the written form of a `ManifestPath`, one character after the other.
final class PathParser {
    private final String text;
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    List<ManifestPath.Step> steps() {
        List<ManifestPath.Step> steps = new ArrayList<>();
        boolean keyMayFollow = true;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '[') {
                at++;
                steps.add(bracket());
                keyMayFollow = false;
            } else if (next == '>' && !steps.isEmpty()) {
                at++;
                steps.add(new ManifestPath.Nested());
                keyMayFollow = true;
            } else if (keyMayFollow) {
                steps.add(new ManifestPath.Key(bareKey()));
                keyMayFollow = false;
            } else if (next == '.') {
                at++;
                steps.add(new ManifestPath.Key(bareKey()));
            } else {
                throw wrong("a . or [ is missing");
            }
        }
        if (steps.isEmpty() || steps.getLast() instanceof ManifestPath.Nested) {
            throw wrong("it ends too early");
        }
        return steps;
    }

    private String bareKey() {
        StringBuilder key = new StringBuilder();
        while (at < text.length() && ".[>".indexOf(text.charAt(at)) < 0) {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length()) {
                next = text.charAt(at++);
            } else if ("]\"".indexOf(next) >= 0) {
                throw wrong("write this key as [\"...\"]");
            }
            key.append(next);
        }
        if (key.isEmpty()) {
            throw wrong("a key is empty");
        }
        return key.toString();
    }

    private ManifestPath.Step bracket() {
        boolean quoted = peek('"');
        String first = quoted ? quotedText() : upTo("=]");
        if (peek(']')) {
            at++;
            if (quoted) {
                return new ManifestPath.Key(first);
            }
            if (first.matches("[0-9]{1,9}")) {
                return new ManifestPath.Index(Integer.parseInt(first));
            }
            throw wrong("[" + first + "] is neither a position, nor key=value, nor a quoted key");
        }
        if (!peek('=')) {
            throw wrong("a ] is missing");
        }
        at++;
        String value = peek('"') ? quotedText() : upTo("]");
        if (!peek(']')) {
            throw wrong("a ] is missing");
        }
        at++;
        return new ManifestPath.Match(first, value);
    }

    private String quotedText() {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at++));
        }
        if (!peek('"')) {
            throw wrong("a \" is missing");
        }
        at++;
        return inside.toString();
    }

    private String upTo(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean peek(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private StepFailure wrong(String what) {
        return StepFailure.wrongUsage("PATH", "Not a path: " + text + " (position " + (at + 1) + ": " + what + ").",
                "Write it as in spec.template.spec.containers[name=app].resources.requests.cpu.");
    }
}
