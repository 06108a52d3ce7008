package io.plimsoll.analysis.billing.stage;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import io.plimsoll.analysis.billing.FocusColumn;

/// One JSON object as texts by column. Numbers stay as they are spelled and are never parsed.
///
/// An object inside gives a column for each of its keys, `service.id`, unless it is a FOCUS column such as `Tags`; lists, and what
/// is nested deeper, stay JSON.
final class JsonRow {
    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final JsonParser parser;
    private final Map<String, @Nullable String> values = new LinkedHashMap<>();

    private JsonRow(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /// @throws NotJson if the text is anything but one object whose keys differ
    static Map<String, @Nullable String> parse(String text) throws NotJson {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotJson("is no JSON object");
            }
            JsonRow row = new JsonRow(text, parser);
            row.object("");
            if (parser.nextToken() != null) {
                throw new NotJson("has something after its JSON object");
            }
            return row.values;
        } catch (JacksonException e) {
            throw new NotJson("is no JSON object");
        }
    }

    private void object(String prefix) throws NotJson {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + withoutNul(parser.currentName());
            if (parser.nextToken() == JsonToken.START_OBJECT && prefix.isEmpty() && FocusColumn.find(name).isEmpty()) {
                object(name + ".");
            } else if (values.containsKey(name)) {
                throw new NotJson("has the key " + name + " twice");
            } else {
                values.put(name, value());
            }
        }
    }

    private @Nullable String value() throws NotJson {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isStructStart()) {
            return withoutNul(parser.getString());
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static String withoutNul(String text) throws NotJson {
        if (text.indexOf('\0') >= 0) {
            throw new NotJson("holds a NUL character");
        }
        return text;
    }

    /// What is wrong with the row, behind `The row`.
    static final class NotJson extends Exception {
        NotJson(String message) {
            super(message);
        }
    }
}
