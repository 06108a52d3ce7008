package io.plimsoll.analysis.telemetry.read;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

import io.plimsoll.analysis.task.StepFailure;

/// JSON read token by token, with limits on depth and on the length of texts, names and numbers.
final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(200).maxStringLength(1 << 20).maxNameLength(1 << 16).maxNumberLength(400).build()).build();

    private JsonText() {
    }

    /// Reads the values that follow each other in a stream.
    interface Reader {
        /// @param json stands before the first token
        void read(JsonParser json) throws IOException;
    }

    /// What is done with one member of an object.
    interface Member {
        /// @param json stands on the member's value; `reads` may leave a structure unread, but must not leave it half read
        void read(String name, JsonParser json);
    }

    static JsonParser open(InputStream in) {
        return JSON.createParser(ObjectReadContext.empty(), in);
    }

    /// @throws StepFailure FILE_DAMAGED
    static void read(InputStream in, String file, Reader reader) throws IOException {
        try (JsonParser json = open(in)) {
            reader.read(json);
        } catch (StreamReadException e) {
            throw StepFailure.badInput("FILE_DAMAGED", file + " is not complete JSON: " + e.getOriginalMessage(),
                    "Save it again; nothing of it was loaded.", e);
        } catch (JacksonException e) {
            if (e.getCause() instanceof CharConversionException) {
                throw StepFailure.badInput("FILE_ENCODING", file + " is not UTF-8 text.",
                        "Save it as UTF-8, then import it again.", e);
            }
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw StepFailure.badInput("FILE_DAMAGED", file + " holds JSON of another shape: " + e.getMessage() + ".",
                    "Save it again, unchanged; nothing of it was loaded.", e);
        }
    }

    /// Rejects a line: as cut off or garbled where its JSON is, else with what `cause` says of its shape.
    ///
    /// @param what what the line should hold, for the reason
    static void reject(SampleSink sink, long line, String what, RuntimeException cause, String text) {
        CsvText.reject(sink, line, cause instanceof JacksonException
                ? what + " is not complete JSON"
                : String.valueOf(cause.getMessage()), text);
    }

    /// Gives each member of the object on which `json` stands; stops on its end.
    static void members(JsonParser json, Member member) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.read(name, json);
            // A structure that the member did not want.
            if (json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.START_ARRAY) {
                json.skipChildren();
            }
        }
    }

    /// Gives each element of the array on which `json` stands; does nothing where there is none.
    static void elements(JsonParser json, Runnable element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            element.run();
            if (json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.START_ARRAY) {
                json.skipChildren();
            }
        }
    }

    /// A scalar as text, empty for `null` and for a structure.
    static String scalar(JsonParser json) {
        JsonToken token = json.currentToken();
        return token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL ? "" : json.getString();
    }
}
