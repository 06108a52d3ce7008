package io.plimsoll.analysis.manifest.owner.tree;

import java.util.regex.Pattern;

/// A value as JSON text, for what reads text. Not for files.
public final class JsonText {
    private static final Pattern TYPED = Pattern.compile(
            "null|true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final StringBuilder text = new StringBuilder();

    private JsonText() {
    }

    public static String of(Value value) {
        JsonText json = new JsonText();
        json.write(value);
        return json.text.toString();
    }

    private void write(Value value) {
        switch (value) {
            case Value.Leaf leaf when leaf.nothing() -> text.append("null");
            case Value.Leaf leaf when leaf.plain() && TYPED.matcher(leaf.text()).matches() -> text.append(leaf.text());
            case Value.Leaf leaf -> quoted(leaf.text());
            case Value.Items items -> {
                text.append('[');
                for (int i = 0; i < items.values().size(); i++) {
                    text.append(i == 0 ? "" : ",\n");
                    write(items.values().get(i));
                }
                text.append(']');
            }
            case Value.Fields fields -> {
                text.append('{');
                boolean[] first = {true};
                fields.entries().forEach((key, each) -> {
                    text.append(first[0] ? "" : ",\n");
                    first[0] = false;
                    quoted(key);
                    text.append(": ");
                    write(each);
                });
                text.append('}');
            }
        }
    }

    private void quoted(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < ' ' || character > '~') {
                        text.append(String.format("\\u%04x", (int) character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }
}
