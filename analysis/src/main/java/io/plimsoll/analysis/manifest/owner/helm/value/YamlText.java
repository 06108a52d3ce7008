package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// `toYaml`: a tree as text in which each leaf is a part of its own.
public final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./$][A-Za-z0-9_./$@%+=~ :-]*");

    private static final int MOST = 200_000;

    private final List<Piece> pieces = new ArrayList<>();

    private YamlText() {
    }

    /// Without a line break at the end.
    ///
    /// @throws IndexOutOfBoundsException if it has too many parts
    public static HelmValue.Text of(HelmValue value) {
        YamlText text = new YamlText();
        text.write(value, 0, false);
        return Pieces.stripped(text.pieces);
    }

    private void write(HelmValue value, int column, boolean inLine) {
        switch (value) {
            case HelmValue.Table table when !table.entries().isEmpty() -> table(table, column, inLine);
            case HelmValue.Items list when !list.items().isEmpty() -> {
                words(inLine ? "\n" : "");
                list.items().forEach(item -> {
                    words(" ".repeat(column) + "- ");
                    write(item, column + 2, true);
                });
            }
            case HelmValue.Table empty -> words("{}\n");
            case HelmValue.Items empty -> words("[]\n");
            case HelmValue.Scalar scalar -> {
                pieces.add(Pieces.made(scalar(scalar), scalar));
                words("\n");
            }
            case HelmValue.Text text -> {
                boolean one = text.pieces().size() == 1;
                String quoted = quoted(text.text());
                pieces.add(one ? text.pieces().getFirst().with(quoted) : Pieces.made(quoted, null));
                words("\n");
            }
            case HelmValue.Unknown unknown -> {
                pieces.add(new Piece("unverified", null, "", 0, false, List.of(unknown.why())));
                words("\n");
            }
        }
    }

    private void table(HelmValue.Table table, int column, boolean inLine) {
        boolean first = inLine;
        for (Map.Entry<String, HelmValue> each : table.entries().entrySet()) {
            String key = PLAIN.matcher(each.getKey()).matches() && !each.getKey().contains(": ")
                    ? each.getKey()
                    : quoted(each.getKey());
            words((first ? "" : " ".repeat(column)) + key + ":");
            first = false;
            boolean block = each.getValue() instanceof HelmValue.Table below && !below.entries().isEmpty()
                    || each.getValue() instanceof HelmValue.Items list && !list.items().isEmpty();
            words(block ? "\n" : " ");
            write(each.getValue(), each.getValue() instanceof HelmValue.Items ? column : column + 2, false);
        }
    }

    private void words(String words) {
        if (pieces.size() > MOST) {
            throw new IndexOutOfBoundsException("A value that is written as YAML has too many parts");
        }
        pieces.add(Pieces.made(words, null));
    }

    private static String scalar(HelmValue.Scalar scalar) {
        if (scalar.type() == HelmValue.Type.NULL) {
            return "null";
        }
        boolean string = scalar.type() == HelmValue.Type.STRING;
        boolean safe = PLAIN.matcher(scalar.text()).matches() && !scalar.text().endsWith(":")
                && !scalar.text().contains(": ") && !scalar.text().endsWith(" ");
        return !string || safe && FromTree.type(scalar.text()) == HelmValue.Type.STRING
                ? scalar.text()
                : quoted(scalar.text());
    }

    /// In double quotes, as JSON and YAML both read it.
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
