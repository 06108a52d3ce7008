package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.Origin;

/// What a chart's template can be given or make: a tree of values, or a text made of parts. Leaves keep the place that wrote them.
public sealed interface HelmValue {
    Scalar NULL = new Scalar("", Type.NULL, null, List.of());
    Scalar TRUE = new Scalar("true", Type.BOOL, null, List.of());
    Scalar FALSE = new Scalar("false", Type.BOOL, null, List.of());

    /// How YAML's core rules read a single value.
    enum Type {
        STRING, NUMBER, BOOL, NULL
    }

    /// A single value.
    ///
    /// @param text     decoded
    /// @param origin   where it stands; null for one that a template or Helm itself makes
    /// @param shadowed places that said something else and lost, the strongest first
    record Scalar(String text, Type type, @Nullable Origin origin, List<Origin> shadowed) implements HelmValue {
        /// The same source with another reading of it.
        public Scalar as(String changed, Type other) {
            return new Scalar(changed, other, origin, shadowed);
        }

        Scalar over(List<Origin> lost) {
            List<Origin> all = new ArrayList<>(shadowed);
            lost.stream().filter(each -> !all.contains(each)).forEach(all::add);
            return new Scalar(text, type, origin, List.copyOf(all));
        }
    }

    /// A mapping in the order of its keys. Templates may add to those that they made themselves.
    record Table(Map<String, HelmValue> entries) implements HelmValue {
        public Table() {
            this(new LinkedHashMap<>());
        }

        public @Nullable HelmValue get(String key) {
            return entries.get(key);
        }

        public Table with(String key, HelmValue value) {
            entries.put(key, value);
            return this;
        }
    }

    /// A list.
    record Items(List<HelmValue> items) implements HelmValue {}

    /// A text whose parts have sources of their own: what `include` and `toYaml` give.
    record Text(List<Piece> pieces) implements HelmValue {
        public String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }
    }

    /// What nobody can tell without a cluster, a file or a chart that is not here.
    ///
    /// @param why in words
    record Unknown(String why) implements HelmValue {}

    static Scalar text(String text) {
        return new Scalar(text, Type.STRING, null, List.of());
    }

    static Scalar number(long number) {
        return new Scalar(Long.toString(number), Type.NUMBER, null, List.of());
    }

    static Scalar of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    /// The value below some keys; null if it is not there.
    static @Nullable HelmValue at(@Nullable HelmValue from, List<String> keys) {
        HelmValue at = from;
        for (String key : keys) {
            at = at instanceof Table table ? table.get(key) : null;
        }
        return at;
    }

    /// The text at some keys, empty for anything else.
    static String textAt(@Nullable HelmValue from, String... keys) {
        return at(from, List.of(keys)) instanceof Scalar scalar ? scalar.text() : "";
    }
}
