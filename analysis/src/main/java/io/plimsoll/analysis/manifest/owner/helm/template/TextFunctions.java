package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.YamlText;

/// Functions on texts.
final class TextFunctions implements Functions {
    private static final long MOST_LINES = 200_000;
    private static final long LONGEST_PRODUCT = 64L << 20;

    @Override
    public @Nullable HelmValue call(String name, List<HelmValue> arguments) {
        if (arguments.isEmpty()) {
            return null;
        }
        HelmValue last = arguments.getLast();
        String first = Pieces.text(arguments.getFirst());
        HelmValue made = switch (name) {
            case "toYaml", "toYamlPretty" -> last instanceof HelmValue.Unknown ? last : YamlText.of(last);
            case "indent", "nindent" -> indented(name, Integer.parseInt(first), last);
            case "quote" -> joined(arguments, " ", YamlText::quoted);
            case "squote" -> joined(arguments, " ", text -> "'" + text.replace("'", "''") + "'");
            case "print" -> joined(arguments, "", text -> text);
            case "cat" -> joined(arguments, " ", text -> text);
            case "printf" -> Printf.of(first, arguments.subList(1, arguments.size()));
            case "contains" -> truth(arguments, Pieces.text(last).contains(first));
            case "hasPrefix" -> truth(arguments, Pieces.text(last).startsWith(first));
            case "hasSuffix" -> truth(arguments, Pieces.text(last).endsWith(first));
            case "regexMatch", "sha256sum", "sha1sum", "b64enc", "b64dec", "htpasswd", "genCA" ->
                new HelmValue.Unknown("function " + name + " is not worked out");
            default -> null;
        };
        return made != null ? made : changed(name, arguments, last, first);
    }

    private static @Nullable HelmValue changed(String name, List<HelmValue> arguments, HelmValue last, String first) {
        if (last instanceof HelmValue.Unknown) {
            return List.of("trim", "trunc", "lower", "upper", "replace", "trimSuffix", "trimPrefix", "trimAll",
                    "toString").contains(name) ? last : null;
        }
        return switch (name) {
            case "trim" -> last instanceof HelmValue.Text text
                    ? Pieces.stripped(text.pieces())
                    : Pieces.map(last,
                            String::strip);
            case "lower" -> Pieces.map(last, text -> text.toLowerCase(Locale.ROOT));
            case "upper" -> Pieces.map(last, text -> text.toUpperCase(Locale.ROOT));
            case "title" -> Pieces.map(last, text -> text.isEmpty()
                    ? text
                    : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
            case "nospace" -> Pieces.map(last, text -> text.replaceAll("\\s", ""));
            case "toString", "toStrings" -> last instanceof HelmValue.Scalar ? Pieces.map(last, text -> text) : last;
            case "trunc" -> Pieces.map(last, text -> truncated(text, Integer.parseInt(first)));
            case "trimSuffix" -> Pieces.map(last, text -> text.endsWith(first) && !first.isEmpty()
                    ? text.substring(0, text.length() - first.length())
                    : text);
            case "trimPrefix" -> Pieces.map(last,
                    text -> text.startsWith(first) ? text.substring(first.length()) : text);
            case "trimAll" -> Pieces.map(last, text -> trimmed(text, first));
            case "replace" -> Pieces.map(last, text -> replaced(text, first, Pieces.text(arguments.get(1))));
            case "repeat" -> Pieces.map(last, text -> text.repeat(Math.clamp(Integer.parseInt(first), 0, 100)));
            case "split", "splitList" -> name.equals("split")
                    ? null
                    : new HelmValue.Items(Stream.of(Pieces.text(last).split(Pattern.quote(first), -1))
                            .<HelmValue>map(HelmValue::text).collect(Collectors.toCollection(ArrayList::new)));
            case "join" -> last instanceof HelmValue.Items items ? joined(items.items(), first, text -> text) : last;
            default -> null;
        };
    }

    private static HelmValue indented(String name, int columns, HelmValue value) {
        boolean newLine = name.equals("nindent");
        if (value instanceof HelmValue.Unknown(String why)) {
            // A comment is right where a mapping, a list or a text would stand.
            return new HelmValue.Text(List.of(new Piece((newLine ? "\n" : "") + " ".repeat(Math.clamp(columns, 0, 200))
                    + "# not worked out", null, "", 0, false, List.of(why))));
        }
        if (Pieces.text(value).chars().filter(c -> c == '\n').count() > MOST_LINES) {
            throw new TemplateProblem("makes a text that is too long");
        }
        return Pieces.indented(Pieces.of(value), columns, newLine);
    }

    private static String replaced(String text, String old, String now) {
        if ((long) text.length() * now.length() > LONGEST_PRODUCT && text.contains(old)) {
            throw new TemplateProblem("makes a text that is too long");
        }
        return text.replace(old, now);
    }

    private static HelmValue joined(List<HelmValue> values, String between, UnaryOperator<String> each) {
        List<Piece> pieces = new ArrayList<>();
        for (HelmValue value : values) {
            if (Truth.isNull(value)) {
                continue;
            }
            if (value instanceof HelmValue.Unknown(String why)) {
                pieces.add(new Piece("unverified", null, "", 0, false, List.of(why)));
                continue;
            }
            if (!pieces.isEmpty() && !between.isEmpty()) {
                pieces.add(Pieces.made(between, null));
            }
            HelmValue mapped = Pieces.map(value, each);
            pieces.addAll(Pieces.of(mapped));
        }
        return new HelmValue.Text(pieces);
    }

    private static HelmValue truth(List<HelmValue> arguments, boolean answer) {
        return arguments.stream().anyMatch(Truth::unknown) ? LogicFunctions.unknown(arguments) : HelmValue.of(answer);
    }

    private static String truncated(String text, int length) {
        return length >= 0
                ? text.substring(0, Math.min(length, text.length()))
                : text.substring(Math.max(0, text.length() + length));
    }

    private static String trimmed(String text, String characters) {
        int from = 0;
        int to = text.length();
        while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
