package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One JSON object as its leaves, `kubernetes.pod.name` and the like; elements of arrays have their place as name. Bounded: it is for
/// things that are small where they are sound.
final class FlatJson {
    private static final int MOST_LEAVES = 5000;
    private static final int MOST_CHARACTERS = 4 << 20;

    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private int characters;

    private FlatJson() {
    }

    /// A scalar that is not `null`.
    record Leaf(String text, boolean isNumber) {}

    /// @param json stands on the object's start, afterwards on its end
    /// @throws IllegalArgumentException if it is no object or a very large one, after having read all of it
    static Map<String, Leaf> read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not an object");
        }
        FlatJson flat = new FlatJson();
        flat.read(json, "");
        if (flat.isTooLarge()) {
            throw new IllegalArgumentException("object with more than " + MOST_LEAVES + " values or 4 MiB of text");
        }
        return flat.leaves;
    }

    private boolean isTooLarge() {
        return leaves.size() > MOST_LEAVES || characters > MOST_CHARACTERS;
    }

    private void read(JsonParser json, String path) {
        boolean array = json.currentToken() == JsonToken.START_ARRAY;
        int place = 0;
        for (JsonToken token = json.nextToken(); token != null && !token.isStructEnd(); token = json.nextToken()) {
            String name = Integer.toString(place++);
            if (!array) {
                name = json.currentName();
                token = json.nextToken();
            }
            String full = path.isEmpty() ? name : path + "." + name;
            if (isTooLarge()) {
                json.skipChildren();
            } else if (token != null && token.isStructStart()) {
                read(json, full);
            } else if (token != JsonToken.VALUE_NULL) {
                String text = json.getString();
                characters += full.length() + text.length();
                leaves.put(full, new Leaf(text, token != null && token.isNumeric()));
            }
        }
    }

    /// The text at a path, empty if there is none.
    static String text(Map<String, Leaf> leaves, String path) {
        Leaf leaf = leaves.get(path);
        return leaf == null ? "" : leaf.text();
    }
}
