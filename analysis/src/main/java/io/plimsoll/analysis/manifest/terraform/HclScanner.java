package io.plimsoll.analysis.manifest.terraform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.task.StepFailure;

/// A place in an HCL text that moves forward over blanks, comments, strings and whole expressions.
final class HclScanner {
    private static final Pattern HEREDOC = Pattern.compile("<<-?([\\p{L}_][\\p{L}\\p{N}_-]*)[ \\t]*(\\r\\n|\\n)");
    private static final Pattern LOOP = Pattern.compile("[\\[{]\\s*for\\s");

    private final ManifestText file;
    private final String text;
    private int at;

    HclScanner(ManifestText file) {
        this.file = file;
        this.text = file.text();
    }

    /// @param filled whether an interpolation or directive fills it in
    record Text(String value, boolean filled) {}

    int offset() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    void step() {
        at++;
    }

    boolean ended() {
        return at >= text.length();
    }

    boolean at(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    boolean atBreak() {
        return at('\n') || at('\r');
    }

    String since(int start) {
        return text.substring(start, at);
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    boolean startsLoop() {
        return matcher(LOOP).lookingAt();
    }

    /// Over blanks and comments; over line breaks too if `breaks`. A comment of one line ends before its break.
    void skipBlank(boolean breaks) {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ' ' || next == '\t' || breaks && (next == '\n' || next == '\r')) {
                at++;
            } else if (next == '#' || text.startsWith("//", at)) {
                at = file.lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw wrong("a */ is missing");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    /// From a quote to behind the closing one.
    Text string() {
        StringBuilder value = new StringBuilder();
        boolean filled = false;
        at++;
        while (!at('"')) {
            if (ended() || atBreak()) {
                throw wrong("a \" is missing");
            }
            if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
                value.append(text, at + 1, at + 3);
                at += 3;
            } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
                filled = true;
                at++;
                skipBracketed();
            } else if (at('\\')) {
                value.append(escaped());
            } else {
                value.append(text.charAt(at++));
            }
        }
        at++;
        return new Text(value.toString(), filled);
    }

    private String escaped() {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits > 0) {
            Matcher code = matcher(Pattern.compile("\\\\[uU]([0-9a-fA-F]{" + digits + "})"));
            int point = code.lookingAt() ? Integer.parseUnsignedInt(code.group(1), 16) : -1;
            if (!Character.isValidCodePoint(point)) {
                throw wrong("an escape is broken");
            }
            at = code.end();
            return Character.toString(point);
        }
        at += 2;
        return switch (kind) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"' -> "\"";
            case '\\' -> "\\";
            default -> throw wrong("an escape is unknown");
        };
    }

    /// Whether a heredoc stood here; it is passed then, up to the break behind its last line.
    boolean skipHeredoc() {
        Matcher head = matcher(HEREDOC);
        if (!head.lookingAt()) {
            return false;
        }
        for (int line = head.end(); line >= 0; line = file.nextLine(line)) {
            if (text.substring(line, file.lineEnd(line)).strip().equals(head.group(1))) {
                at = file.lineEnd(line);
                return true;
            }
        }
        throw wrong("the end of a heredoc is missing");
    }

    /// Whether nothing of an expression follows on this line.
    boolean expressionEnds() {
        int before = at;
        skipBlank(false);
        boolean ends = ended() || atBreak() || at(',') || at(']') || at('}') || at(')');
        at = before;
        return ends;
    }

    /// To where an expression ends: a line break, comma or closing bracket that is not within brackets.
    void skipExpression() {
        while (!ended() && !atBreak() && !at(',') && !at(']') && !at('}') && !at(')')) {
            if (at('#') || text.startsWith("//", at)) {
                return;
            }
            part();
        }
    }

    /// From an opening bracket to behind its closing one.
    void skipBracketed() {
        int opened = at;
        at++;
        while (!at(']') && !at('}') && !at(')')) {
            if (ended()) {
                at = opened;
                throw wrong("a closing bracket is missing");
            }
            part();
        }
        at++;
    }

    private void part() {
        int before = at;
        if (at('"')) {
            string();
        } else if (at('(') || at('[') || at('{')) {
            nested();
        } else if (at('#') || text.startsWith("//", at) || text.startsWith("/*", at)) {
            skipBlank(false);
        } else if (!skipHeredoc()) {
            at++;
        }
        if (at == before) {
            at++;
        }
    }

    private int depth;

    private void nested() {
        if (++depth > 200) {
            throw wrong("nested too deeply");
        }
        skipBracketed();
        depth--;
    }

    StepFailure wrong(String what) {
        return Refusal.PARSE.because(file.file() + ":" + file.line(Math.min(at, text.length()))
                + ": this is not HCL as Terraform reads it: " + what + ".");
    }
}
