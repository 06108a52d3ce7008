package io.plimsoll.analysis.manifest.owner.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.Origin;

/// A tree that deployers change in place. Leaves are immutable and shared between copies; mappings and lists belong to one
/// tree, so copy before changing what another may hold. For one thread.
///
/// A rendered object is such a tree rather than a `YamlNode`: those have places in one text only. `RenderedFields` finds
/// the cost fields of a rendered object and their origins.
public sealed interface Value {
    /// A tree that shares no mapping or list with this one.
    Value copy();

    /// A single value.
    ///
    /// @param text     decoded
    /// @param plain    written without quotes, so that `1` is a number and `null` nothing
    /// @param origin   where it is written; `null` for what the deployer itself makes up
    /// @param shadowed what it replaced, the next loser first
    record Leaf(String text, boolean plain, @Nullable Origin origin, List<Origin> shadowed) implements Value {
        public Leaf {
            shadowed = List.copyOf(shadowed);
        }

        /// A value that stands in no file.
        public static Leaf made(String text) {
            return new Leaf(text, false, null, List.of());
        }

        @Override
        public Leaf copy() {
            return this;
        }

        /// This leaf as the winner over `loser`, whose own losers it takes over.
        public Leaf over(@Nullable Value loser) {
            if (!(loser instanceof Leaf old) || old == this || old.origin == null) {
                return this;
            }
            List<Origin> all = new ArrayList<>(shadowed);
            all.add(old.origin);
            all.addAll(old.shadowed);
            return new Leaf(text, plain, origin, all.stream().distinct().filter(each -> !each.equals(origin)).toList());
        }

        /// Nothing, or one of the words for it, without quotes.
        public boolean nothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /// A mapping in text order. Of duplicate keys the last one counts.
    record Fields(Map<String, Value> entries) implements Value {
        public Fields() {
            this(new LinkedHashMap<>());
        }

        public @Nullable Value get(String key) {
            return entries.get(key);
        }

        @Override
        public Fields copy() {
            Fields copy = new Fields();
            entries.forEach((key, value) -> copy.entries.put(key, value.copy()));
            return copy;
        }
    }

    /// A list.
    record Items(List<Value> values) implements Value {
        public Items() {
            this(new ArrayList<>());
        }

        @Override
        public Items copy() {
            Items copy = new Items();
            values.forEach(value -> copy.values.add(value.copy()));
            return copy;
        }
    }

    /// What stands below these keys; `null` if nothing does.
    default @Nullable Value at(String... keys) {
        Value value = this;
        for (String key : keys) {
            value = value instanceof Fields fields ? fields.get(key) : null;
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /// The decoded text below these keys; empty if there is no single value or it is `null`.
    default String text(String... keys) {
        return at(keys) instanceof Leaf leaf && !leaf.nothing() ? leaf.text() : "";
    }

    /// The list below these keys; empty if there is none.
    default List<Value> items(String... keys) {
        return at(keys) instanceof Items items ? items.values() : List.of();
    }
}
