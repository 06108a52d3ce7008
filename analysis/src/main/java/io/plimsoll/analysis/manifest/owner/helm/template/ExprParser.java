package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// Reads the inside of an action. One use.
final class ExprParser {
    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:(?<string>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|`[^`]*`|'(?:\\\\.|[^'\\\\])')"
                    + "|(?<number>[-+]?[0-9][0-9a-zA-Z_.]*)|(?<field>(?:\\.[A-Za-z_][A-Za-z0-9_]*)+)"
                    + "|(?<variable>\\$[A-Za-z0-9_]*)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>:=|[|()=,.]))");
    private static final int DEEPEST = 100;

    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    /// @param kind  name of the group in the pattern
    /// @param glued nothing stands between it and the token before
    private record Token(String kind, String text, boolean glued) {}

    private ExprParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        String rest = text.stripTrailing();
        while (end < rest.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new TemplateProblem("can't be read: " + rest);
            }
            for (String kind : List.of("string", "number", "field", "variable", "word", "sign")) {
                if (matcher.group(kind) != null) {
                    tokens.add(new Token(kind, matcher.group(kind), matcher.start(kind) == end));
                }
            }
            end = matcher.end();
        }
    }

    /// @throws TemplateProblem
    static Expr parse(String text) {
        ExprParser parser = new ExprParser(text);
        Expr expr = parser.statement();
        if (parser.at < parser.tokens.size()) {
            throw new TemplateProblem("can't be read: " + text);
        }
        return expr;
    }

    private Expr statement() {
        if (is("variable") && at + 1 < tokens.size()) {
            String sign = tokens.get(at + 1).text();
            if (sign.equals(":=") || sign.equals("=")) {
                String name = tokens.get(at).text();
                at += 2;
                return new Expr.Assign(name, sign.equals(":="), pipeline());
            }
        }
        return pipeline();
    }

    private Expr pipeline() {
        if (++depth > DEEPEST) {
            throw new TemplateProblem("is nested too deeply");
        }
        Expr value = command(null);
        while (sign("|")) {
            value = command(value);
        }
        depth--;
        return value;
    }

    /// @param piped what comes from the left of a `|`, or null
    private Expr command(@Nullable Expr piped) {
        if (is("word") && !isConstant()) {
            String function = tokens.get(at++).text();
            List<Expr> arguments = arguments(piped);
            return new Expr.Call(function, arguments);
        }
        Expr first = operand();
        List<Expr> arguments = arguments(piped);
        if (arguments.isEmpty()) {
            return first;
        }
        if (first instanceof Expr.Field field) {
            return new Expr.Field(field.of(), field.keys(), arguments);
        }
        throw new TemplateProblem("gives arguments to a value");
    }

    private List<Expr> arguments(@Nullable Expr piped) {
        List<Expr> arguments = new ArrayList<>();
        while (at < tokens.size() && !(is("sign") && !List.of("(", ".").contains(tokens.get(at).text()))) {
            arguments.add(operand());
        }
        if (piped != null) {
            arguments.add(piped);
        }
        return arguments;
    }

    private Expr operand() {
        Token token = at < tokens.size() ? tokens.get(at) : new Token("", "", false);
        at++;
        Expr value = switch (token.kind()) {
            case "string" -> new Expr.Constant(HelmValue.text(unquoted(token.text())));
            case "number" ->
                new Expr.Constant(new HelmValue.Scalar(token.text(), HelmValue.Type.NUMBER, null, List.of()));
            case "field" -> new Expr.Field(new Expr.Dot(), keys(token.text()), List.of());
            case "variable" -> new Expr.Variable(token.text());
            case "word" -> constant(token.text());
            case "sign" -> parenthesis(token.text());
            default -> throw new TemplateProblem("ends too early");
        };
        while (is("field") && tokens.get(at).glued()) {
            value = new Expr.Field(value, keys(tokens.get(at++).text()), List.of());
        }
        return value;
    }

    private Expr parenthesis(String sign) {
        if (sign.equals(".")) {
            return new Expr.Dot();
        }
        if (!sign.equals("(")) {
            throw new TemplateProblem("has a " + sign + " where a value was expected");
        }
        Expr inside = pipeline();
        if (!sign(")")) {
            throw new TemplateProblem("lacks a )");
        }
        return inside;
    }

    private boolean isConstant() {
        return List.of("true", "false", "nil").contains(tokens.get(at).text());
    }

    /// A function's name in the middle is a call without arguments.
    private static Expr constant(String word) {
        return switch (word) {
            case "true", "false" -> new Expr.Constant(HelmValue.of(word.equals("true")));
            case "nil" -> new Expr.Constant(HelmValue.NULL);
            default -> new Expr.Call(word, List.of());
        };
    }

    private boolean is(String kind) {
        return at < tokens.size() && tokens.get(at).kind().equals(kind);
    }

    private boolean sign(String sign) {
        boolean found = is("sign") && tokens.get(at).text().equals(sign);
        at += found ? 1 : 0;
        return found;
    }

    private static List<String> keys(String field) {
        return List.of(field.substring(1).split("\\."));
    }

    private static String unquoted(String text) {
        String inside = text.substring(1, text.length() - 1);
        if (text.startsWith("`")) {
            return inside;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\' || i + 1 == inside.length()) {
                plain.append(c);
                continue;
            }
            char escaped = inside.charAt(++i);
            plain.append(switch (escaped) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                default -> escaped;
            });
        }
        return plain.toString();
    }
}
