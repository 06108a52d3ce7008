package io.plimsoll.analysis.change.drift.dump;

import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// A dump in JSON, one token after the other.
final class JsonTokens implements DumpTokens {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxStringLength(4 << 20).maxNumberLength(1000).maxNameLength(100_000).build())
            .build();

    private final Path file;
    private final CountedReader reader;
    private final JsonParser parser;
    private String text = "";
    private boolean nothing;

    JsonTokens(Path file, CountedReader reader) {
        this.file = file;
        this.reader = reader;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), reader);
    }

    @Override
    public Kind next() {
        try {
            JsonToken token = parser.nextToken();
            reader.token();
            if (token == null) {
                return Kind.END;
            }
            return switch (token) {
                case START_OBJECT -> Kind.MAP;
                case END_OBJECT -> Kind.END_MAP;
                case START_ARRAY -> Kind.LIST;
                case END_ARRAY -> Kind.END_LIST;
                default -> {
                    text = parser.getString();
                    nothing = token == JsonToken.VALUE_NULL;
                    yield Kind.SCALAR;
                }
            };
        } catch (UnexpectedEndOfInputException e) {
            throw DumpFailure.truncated(file, "its brackets are not closed.");
        } catch (JacksonException e) {
            throw DumpFailure.unreadable(file, reader.line(), "this is not JSON, or nested too deeply.", null);
        }
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean nothing() {
        return nothing;
    }

    @Override
    public void close() {
        parser.close();
    }
}
