package io.plimsoll.analysis.manifest.yaml;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// A node of the tree over a YAML text. `start` and `end` are UTF-16 offsets; they take in the node's anchor and tag.
public sealed interface YamlNode {
    int start();

    int end();

    @Nullable
    String anchor();

    /// A single value. An empty one has `start` equal to `end`.
    record Scalar(int start, int end, @Nullable String anchor, @Nullable String tag, ScalarStyle style, String value)
            implements
                YamlNode {
        public boolean literal() {
            return style == ScalarStyle.LITERAL;
        }

        public boolean plain() {
            return style == ScalarStyle.PLAIN;
        }

        /// Nothing, or one of the words for it, without quotes.
        public boolean nothing() {
            return plain() && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }
    }

    /// Keys and values in text order; duplicate keys are kept.
    record Mapping(int start, int end, @Nullable String anchor, @Nullable String tag, boolean flow,
            List<Entry> entries) implements YamlNode {
        /// All values under a key; more than one when it is written more than once.
        public List<Entry> entries(String key) {
            List<Entry> found = List.of();
            for (Entry entry : entries) {
                if (entry.key() instanceof Scalar name && name.value().equals(key)) {
                    found = found.isEmpty() ? List.of(entry) : Stream.concat(found.stream(), Stream.of(entry)).toList();
                }
            }
            return found;
        }

        /// The value that API servers and Helm take: the last one.
        public @Nullable YamlNode get(String key) {
            List<Entry> found = entries(key);
            return found.isEmpty() ? null : found.getLast().value();
        }
    }

    /// One line of a mapping.
    record Entry(YamlNode key, YamlNode value) {}

    /// A list.
    record Sequence(int start, int end, @Nullable String anchor, @Nullable String tag, boolean flow,
            List<YamlNode> items) implements YamlNode {}

    /// A reference to an anchored node; `anchor` is `null`, `target` the anchor's name.
    record Alias(int start, int end, String target) implements YamlNode {
        @Override
        public @Nullable String anchor() {
            return null;
        }
    }
}
