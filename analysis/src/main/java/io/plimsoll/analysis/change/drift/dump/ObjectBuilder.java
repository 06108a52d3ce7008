package io.plimsoll.analysis.change.drift.dump;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds one object from tokens, without the parts that `Kept` lets go. Every scalar is text, or null.
final class ObjectBuilder {
    /// Far above any object of Kubernetes.
    private static final int MOST_NODES = 200_000;
    private static final int MOST_CHARS = 4 << 20;

    private final Path file;
    private final DumpTokens tokens;
    private int nodes;
    private int chars;

    ObjectBuilder(Path file, DumpTokens tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /// Before each object.
    void reset() {
        nodes = 0;
        chars = 0;
    }

    /// Whether a part was left out because the object is larger than any can be.
    boolean overflowed() {
        return nodes > MOST_NODES || chars > MOST_CHARS;
    }

    /// The key whose token was just read.
    String key(DumpTokens.Kind kind) {
        if (kind != DumpTokens.Kind.SCALAR) {
            throw DumpFailure.unreadable(file, 0, "a key is no text.", null);
        }
        return tokens.text();
    }

    /// The value whose first token was just read.
    ///
    /// @param depth of a mapping that starts here
    @Nullable
    JsonNode value(DumpTokens.Kind kind, int depth, String top, String below) {
        nodes++;
        return switch (kind) {
            case MAP -> map(depth, top, below);
            case LIST -> list(depth, top, below);
            case SCALAR -> scalar();
            case END_MAP, END_LIST, END -> throw DumpFailure.truncated(file, "a value is missing.");
        };
    }

    private ObjectNode map(int depth, String top, String below) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (DumpTokens.Kind kind = tokens.next(); kind != DumpTokens.Kind.END_MAP; kind = tokens.next()) {
            entry(map, key(kind), depth, top, below);
        }
        return map;
    }

    /// An entry whose key was just read.
    void entry(ObjectNode map, String key, int depth, String top, String below) {
        DumpTokens.Kind kind = tokens.next();
        if (overflowed() || !Kept.keeps(depth, top, below, key)) {
            skip(kind);
            return;
        }
        chars += key.length();
        JsonNode value = value(kind, depth + 1, depth == 0 ? key : top, depth == 1 ? key : below);
        if (value != null) {
            map.set(key, value);
        }
    }

    private ArrayNode list(int depth, String top, String below) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (DumpTokens.Kind kind = tokens.next(); kind != DumpTokens.Kind.END_LIST; kind = tokens.next()) {
            if (overflowed()) {
                skip(kind);
            } else {
                list.add(value(kind, depth, top, below));
            }
        }
        return list;
    }

    private JsonNode scalar() {
        if (tokens.nothing()) {
            return JsonNodeFactory.instance.nullNode();
        }
        chars += tokens.text().length();
        return JsonNodeFactory.instance.stringNode(tokens.text());
    }

    /// Passes over the value whose first token was just read.
    void skip(DumpTokens.Kind first) {
        int open = 0;
        DumpTokens.Kind kind = first;
        while (true) {
            switch (kind) {
                case MAP, LIST -> open++;
                case END_MAP, END_LIST -> open--;
                case END -> throw DumpFailure.truncated(file, "a value is missing.");
                case SCALAR -> {
                }
            }
            if (open <= 0) {
                return;
            }
            kind = tokens.next();
        }
    }
}
