package io.plimsoll.analysis.manifest.owner.kustomize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// The suffix that kustomize gives to the names of generated config maps and secrets: the start of the SHA-256 of their
/// content as Go writes it in JSON, some digits replaced by letters.
final class NameHash {
    private static final String FROM = "013ae";
    private static final String TO = "ghkmt";

    private final StringBuilder json = new StringBuilder();

    private NameHash() {
    }

    static void apply(ResourceMap resources) {
        for (Resource each : resources.all()) {
            if (each.hashed()) {
                each.remember();
                each.rename(each.name() + "-" + of(each));
            }
        }
    }

    static String of(Resource resource) {
        TreeMap<String, Value> parts = new TreeMap<>();
        parts.put("kind", Value.Leaf.made(resource.kind()));
        // Kustomize looks the name up under a key that no object has, so it is always empty.
        parts.put("name", Value.Leaf.made(""));
        Value data = resource.tree().get("data");
        parts.put("data", data == null ? Value.Leaf.made("") : data);
        if (resource.kind().equals("Secret")) {
            parts.put("type", Value.Leaf.made(resource.tree().text("type")));
        }
        String extra = resource.kind().equals("Secret") ? "stringData" : "binaryData";
        if (resource.tree().get(extra) instanceof Value.Fields fields) {
            parts.put(extra, fields);
        }
        NameHash hash = new NameHash();
        hash.mapping(parts);
        return encoded(hash.json.toString());
    }

    private static String encoded(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            StringBuilder start = new StringBuilder(HexFormat.of().formatHex(digest).substring(0, 10));
            for (int i = 0; i < start.length(); i++) {
                int replaced = FROM.indexOf(start.charAt(i));
                if (replaced >= 0) {
                    start.setCharAt(i, TO.charAt(replaced));
                }
            }
            return start.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private void mapping(TreeMap<String, Value> entries) {
        json.append('{');
        entries.forEach((key, value) -> {
            json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
            string(key);
            json.append(':');
            if (value instanceof Value.Fields fields) {
                mapping(new TreeMap<>(fields.entries()));
            } else if (value instanceof Value.Leaf leaf) {
                leaf(leaf);
            }
        });
        json.append('}');
    }

    private void leaf(Value.Leaf leaf) {
        if (leaf.nothing()) {
            json.append("null");
        } else if (leaf.plain() && leaf.text().matches("true|false|-?[0-9]+")) {
            json.append(leaf.text());
        } else {
            string(leaf.text());
        }
    }

    /// As Go's encoder writes it, signs of HTML escaped.
    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '<', '>', '&', '\u2028', '\u2029' -> json.append(String.format("\\u%04x", (int) each));
                default -> json.append(each < ' ' ? String.format("\\u%04x", (int) each) : String.valueOf(each));
            }
        }
        json.append('"');
    }
}
