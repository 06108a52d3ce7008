package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Values between the tree that all deployers share and the one that templates see, where types matter.
public final class FromTree {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private FromTree() {
    }

    public static HelmValue of(Value value) {
        return switch (value) {
            case Value.Leaf leaf -> scalar(leaf);
            case Value.Fields fields -> {
                HelmValue.Table table = new HelmValue.Table();
                fields.entries().forEach((key, each) -> table.with(key, of(each)));
                yield table;
            }
            case Value.Items items -> new HelmValue.Items(
                    new ArrayList<>(items.values().stream().map(FromTree::of).toList()));
        };
    }

    /// As a mapping; an empty one for anything else.
    public static HelmValue.Table table(@Nullable Value value) {
        return value != null && of(value) instanceof HelmValue.Table table ? table : new HelmValue.Table();
    }

    public static HelmValue.Scalar scalar(Value.Leaf leaf) {
        boolean nothing = leaf.nothing();
        return new HelmValue.Scalar(nothing ? "" : leaf.text(),
                leaf.plain() ? type(leaf.text()) : HelmValue.Type.STRING,
                leaf.origin(), leaf.shadowed());
    }

    /// The way back; what is no plain value is left out.
    public static Value tree(HelmValue value) {
        return switch (value) {
            case HelmValue.Table table -> {
                Value.Fields fields = new Value.Fields();
                table.entries().forEach((key, each) -> fields.entries().put(key, tree(each)));
                yield fields;
            }
            case HelmValue.Items list -> new Value.Items(
                    new ArrayList<>(list.items().stream().map(FromTree::tree).toList()));
            case HelmValue.Scalar scalar -> new Value.Leaf(scalar.text(), scalar.type() != HelmValue.Type.STRING,
                    scalar.origin(), scalar.shadowed());
            case HelmValue.Text text -> Value.Leaf.made(text.text());
            case HelmValue.Unknown unknown -> new Value.Leaf("", true, null, List.of());
        };
    }

    /// How YAML's core rules read an unquoted text.
    public static HelmValue.Type type(String plain) {
        if (plain.equals("true") || plain.equals("false")) {
            return HelmValue.Type.BOOL;
        }
        if (plain.isEmpty() || plain.equals("~") || plain.equalsIgnoreCase("null")) {
            return HelmValue.Type.NULL;
        }
        return NUMBER.matcher(plain).matches() ? HelmValue.Type.NUMBER : HelmValue.Type.STRING;
    }
}
