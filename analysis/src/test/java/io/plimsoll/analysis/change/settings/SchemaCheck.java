package io.plimsoll.analysis.change.settings;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/// Holds a document against a JSON schema, with the keywords that the guards' schema uses. Written from the specification and
/// without our reader, so that the two can be compared; an unknown keyword is an error.
final class SchemaCheck {
    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    boolean accepts(JsonNode document) {
        return valid(document, root);
    }

    private boolean valid(JsonNode value, JsonNode schema) {
        boolean then = !schema.has("if") || valid(value, schema.get(valid(value, schema.get("if")) ? "then" : "else"));
        return then && schema.properties().stream().allMatch(keyword -> holds(value, schema, keyword));
    }

    private boolean holds(JsonNode value, JsonNode schema, Map.Entry<String, JsonNode> keyword) {
        JsonNode asked = keyword.getValue();
        return switch (keyword.getKey()) {
            case "$schema", "$id", "$defs", "title", "description", "default", "if", "then", "else" -> true;
            case "$ref" -> valid(value, root.at(asked.asString().substring(1)));
            case "type" -> asked.isArray()
                    ? asked.valueStream().anyMatch(type -> is(value, type.asString()))
                    : is(value, asked.asString());
            case "const" -> value.equals(asked);
            case "enum" -> asked.valueStream().anyMatch(value::equals);
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(asked.decimalValue()) >= 0;
            case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(asked.decimalValue()) <= 0;
            case "minLength" -> !value.isString() || value.asString().length() >= asked.asInt();
            case "maxLength" -> !value.isString() || value.asString().length() <= asked.asInt();
            case "pattern" -> !value.isString() || value.asString().matches("(?s).*" + asked.asString() + ".*");
            case "minItems" -> !value.isArray() || value.size() >= asked.asInt();
            case "items" -> !value.isArray() || value.valueStream().allMatch(item -> valid(item, asked));
            case "required" -> !value.isObject() || asked.valueStream().allMatch(key -> value.has(key.asString()));
            case "anyOf" -> asked.valueStream().anyMatch(each -> valid(value, each));
            case "properties" -> !value.isObject() || asked.properties().stream()
                    .allMatch(each -> !value.has(each.getKey()) || valid(value.get(each.getKey()), each.getValue()));
            case "additionalProperties" -> asked.asBoolean() || !value.isObject()
                    || value.propertyNames().stream().allMatch(key -> schema.path("properties").has(key));
            default -> throw new IllegalStateException("Unknown keyword " + keyword.getKey());
        };
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("Unknown type " + type);
        };
    }
}
