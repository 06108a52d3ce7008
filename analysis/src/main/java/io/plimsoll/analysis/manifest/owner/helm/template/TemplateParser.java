package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// Reads a template's text into its parts. One use.
final class TemplateParser {
    private static final Pattern LOOP = Pattern
            .compile("(?:(\\$[A-Za-z0-9_]+)\\s*(?:,\\s*(\\$[A-Za-z0-9_]+)\\s*)?:=)?(.*)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*`)\\s*(.*)", Pattern.DOTALL);
    private static final int DEEPEST = 200;

    private final String text;
    private final Map<String, List<Node>> defined;
    private int at;
    private boolean trimNext;
    private int depth;
    private String stop = "";

    private TemplateParser(String text, Map<String, List<Node>> defined) {
        this.text = text;
        this.defined = defined;
    }

    /// @param defined takes what `define` and `block` name
    /// @throws TemplateProblem
    static List<Node> parse(String text, Map<String, List<Node>> defined) {
        TemplateParser parser = new TemplateParser(text, defined);
        List<Node> nodes = parser.list();
        if (!parser.stop.isEmpty()) {
            throw new TemplateProblem("has an " + parser.stop + " too many");
        }
        return nodes;
    }

    /// Up to `end`, `else` or the text's end; `stop` says which.
    private List<Node> list() {
        if (++depth > DEEPEST) {
            throw new TemplateProblem("is nested too deeply");
        }
        List<Node> nodes = new ArrayList<>();
        stop = "";
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            words(open < 0 ? text.length() : open, open >= 0 && trims(open + 2), nodes);
            if (open < 0) {
                break;
            }
            String action = action(open);
            if (!action.startsWith("/*") && !action.isEmpty() && !node(open, action, nodes)) {
                break;
            }
        }
        depth--;
        return nodes;
    }

    private void words(int end, boolean trimEnd, List<Node> nodes) {
        int from = at;
        int to = end;
        while (trimNext && from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (trimEnd && to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        trimNext = false;
        if (from < to) {
            nodes.add(new Node.Words(from, text.substring(from, to)));
        }
        at = end;
    }

    /// The inside of the action at `open`; moves behind it.
    private String action(int open) {
        int from = open + 2;
        from += trims(from) ? 1 : 0;
        int close = close(from);
        int to = close;
        trimNext = to > from && text.charAt(to - 1) == '-' && Character.isWhitespace(text.charAt(to - 2));
        at = close + 2;
        return text.substring(from, trimNext ? to - 1 : to).strip();
    }

    private boolean trims(int from) {
        return text.startsWith("-", from) && from + 1 < text.length() && Character.isWhitespace(text.charAt(from + 1));
    }

    private int close(int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int behindComment = text.startsWith("/*", start) ? text.indexOf("*/", start) : start;
        char quote = 0;
        for (int i = Math.max(start, behindComment); i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += quote == '"' && c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '}' && text.charAt(i + 1) == '}') {
                return i;
            }
        }
        throw new TemplateProblem("has an action without an end");
    }

    /// @return false at `end` and `else`
    private boolean node(int open, String action, List<Node> nodes) {
        String word = action.split("[\\s(]", 2)[0];
        String rest = action.substring(word.length()).strip();
        switch (word) {
            case "end", "else" -> {
                stop = action;
                return false;
            }
            case "if", "with" -> nodes.add(choice(open, word.equals("with"), rest));
            case "range" -> nodes.add(loop(open, rest));
            case "define" -> defined.put(name(rest), body());
            case "block" -> {
                defined.putIfAbsent(name(rest), body());
                nodes.add(insert(open, rest));
            }
            case "template" -> nodes.add(insert(open, rest));
            case "break", "continue" -> throw new TemplateProblem("uses " + word);
            default -> nodes.add(new Node.Action(open, action, ExprParser.parse(action)));
        }
        return true;
    }

    private Node.Choice choice(int open, boolean with, String condition) {
        List<Node> then = list();
        return new Node.Choice(open, condition, with, ExprParser.parse(condition), then, otherwise(open));
    }

    private List<Node> otherwise(int open) {
        if (stop.startsWith("else")) {
            String more = stop.substring(4).strip();
            if (more.startsWith("if") || more.startsWith("with")) {
                boolean with = more.startsWith("with");
                return List.of(choice(open, with, more.substring(with ? 4 : 2).strip()));
            }
            List<Node> nodes = list();
            ended();
            return nodes;
        }
        ended();
        return List.of();
    }

    private void ended() {
        if (!stop.equals("end")) {
            throw new TemplateProblem("lacks an end");
        }
        stop = "";
    }

    private Node.Loop loop(int open, String rest) {
        Matcher matcher = LOOP.matcher(rest);
        if (!matcher.matches()) {
            throw new TemplateProblem("can't be read: range " + rest);
        }
        String one = matcher.group(1) == null ? "" : matcher.group(1);
        String two = matcher.group(2) == null ? "" : matcher.group(2);
        Expr over = ExprParser.parse(matcher.group(3).strip());
        List<Node> body = list();
        return new Node.Loop(open, rest, two.isEmpty() ? "" : one, two.isEmpty() ? one : two, over, body,
                otherwise(open));
    }

    private List<Node> body() {
        List<Node> nodes = list();
        ended();
        return nodes;
    }

    private static String name(String rest) {
        Matcher matcher = NAMED.matcher(rest);
        if (!matcher.matches()) {
            throw new TemplateProblem("names no template: " + rest);
        }
        return matcher.group(1).substring(1, matcher.group(1).length() - 1);
    }

    private static Node.Insert insert(int open, String rest) {
        Matcher matcher = NAMED.matcher(rest);
        String dot = matcher.matches() ? matcher.group(2).strip() : "";
        return new Node.Insert(open, name(rest), dot.isEmpty()
                ? new Expr.Constant(HelmValue.NULL)
                : ExprParser.parse(dot));
    }
}
