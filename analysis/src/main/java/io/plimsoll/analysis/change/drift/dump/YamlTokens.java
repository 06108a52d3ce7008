package io.plimsoll.analysis.change.drift.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A dump in YAML, one event after the other; nothing is composed. Aliases are refused: kubectl never writes them, and a few lines of
/// them can stand for more than a memory holds.
final class YamlTokens implements DumpTokens {
    /// The parser copies what it holds of a long line each time it fills its buffer; a small one makes long lines slow.
    private static final int BUFFER = 1 << 16;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(false).setBufferSize(BUFFER)
            .setCodePointLimit(Integer.MAX_VALUE).build();

    private final Path file;
    private final CountedReader reader;
    private final Iterator<Event> events;
    private int depth;
    private String text = "";
    private boolean nothing;

    YamlTokens(Path file, CountedReader reader) {
        this.file = file;
        this.reader = reader;
        this.events = new Parse(SETTINGS).parseReader(reader).iterator();
    }

    @Override
    public Kind next() {
        while (true) {
            Event event = event();
            if (event == null) {
                return Kind.END;
            }
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> {
                    deeper();
                    return event.getEventId() == Event.ID.MappingStart ? Kind.MAP : Kind.LIST;
                }
                case MappingEnd -> {
                    depth--;
                    return Kind.END_MAP;
                }
                case SequenceEnd -> {
                    depth--;
                    return Kind.END_LIST;
                }
                case Scalar -> {
                    ScalarEvent scalar = (ScalarEvent) event;
                    text = scalar.getValue();
                    nothing = scalar.getScalarStyle() == ScalarStyle.PLAIN
                            && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
                    return Kind.SCALAR;
                }
                case Alias -> throw DumpFailure.unreadable(file, reader.line(),
                        "a YAML alias; kubectl never writes one.", null);
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {
                }
            }
        }
    }

    private @Nullable Event event() {
        try {
            Event event = events.hasNext() ? events.next() : null;
            reader.token();
            return event;
        } catch (YamlEngineException e) {
            throw DumpFailure.unreadable(file, reader.line(), "this is not YAML.", null);
        } catch (UncheckedIOException e) {
            throw DumpFailure.unreadable(file, reader.line(), "it can't be read on.", e);
        }
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw DumpFailure.unreadable(file, reader.line(), "nested too deeply.", null);
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
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
