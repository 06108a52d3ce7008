package io.plimsoll.analysis.change.drift.dump;

import java.nio.file.Path;
import java.util.function.Consumer;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Reads one file of a dump, a `List` or many documents or both, and hands on one object after the other. Holds one object at a time,
/// so the size of the dump does not matter. Objects of kind Secret are never handed on.
///
/// Used by one thread.
public final class DumpReader {
    private static final int MOST_OBJECTS = 2_000_000;

    private final Path file;
    private final DumpTokens tokens;
    private final ObjectBuilder builder;
    private final Consumer<ObjectNode> objects;
    private final Cancellation cancellation;
    private int found;
    private int oversized;

    private DumpReader(Path file, DumpTokens tokens, Consumer<ObjectNode> objects, Cancellation cancellation) {
        this.file = file;
        this.tokens = tokens;
        this.builder = new ObjectBuilder(file, tokens);
        this.objects = objects;
        this.cancellation = cancellation;
    }

    /// What a file held.
    ///
    /// @param objects   with a kind, Secrets included
    /// @param oversized that were left out because no API server takes objects of their size
    public record Counts(int objects, int oversized) {}

    /// @param objects gets each object with `apiVersion`, `kind`, and of `metadata`, `spec` and `status` what may have a say in cost; every
    ///                scalar is text or null
    /// @throws StepFailure DUMP_EMPTY, DUMP_IS_A_TABLE, DUMP_NO_OBJECTS, DUMP_UNREADABLE, DUMP_TRUNCATED,
    ///                     DUMP_TOO_LARGE and what `ForeignInput` refuses; none repeats any content
    public static Counts read(Path file, Consumer<ObjectNode> objects, Progress progress, Cancellation cancellation) {
        try (DumpTokens tokens = DumpText.open(file, progress, cancellation)) {
            DumpReader reader = new DumpReader(file, tokens, objects, cancellation);
            reader.documents();
            return new Counts(reader.found, reader.oversized);
        }
    }

    /// The failure of a dump whose files hold nothing to look at.
    public static StepFailure noObjects(Path dump) {
        return DumpFailure.noObjects(dump);
    }

    private void documents() {
        for (DumpTokens.Kind kind = tokens.next(); kind != DumpTokens.Kind.END; kind = tokens.next()) {
            switch (kind) {
                case MAP -> document();
                case LIST -> items();
                default -> {
                    if (!tokens.nothing()) {
                        throw DumpFailure.unreadable(file, 1, "this is text, not objects.", null);
                    }
                }
            }
        }
    }

    /// An object, or a list of them whose `items` come before its `kind`.
    private void document() {
        ObjectNode object = start();
        boolean list = false;
        for (DumpTokens.Kind kind = tokens.next(); kind != DumpTokens.Kind.END_MAP; kind = tokens.next()) {
            String key = builder.key(kind);
            if (!key.equals("items")) {
                builder.entry(object, key, 0, "", "");
                continue;
            }
            DumpTokens.Kind value = tokens.next();
            if (value == DumpTokens.Kind.LIST) {
                list = true;
                items();
                builder.reset();
            } else {
                builder.skip(value);
            }
        }
        if (!list) {
            hand(object);
        } else if (object.path("kind").asString("").isEmpty()) {
            throw DumpFailure.truncated(file, "the list has no kind, which kubectl writes last.");
        }
    }

    private ObjectNode start() {
        cancellation.check();
        builder.reset();
        return JsonNodeFactory.instance.objectNode();
    }

    /// After the start of a list, up to its end.
    private void items() {
        for (DumpTokens.Kind kind = tokens.next(); kind != DumpTokens.Kind.END_LIST; kind = tokens.next()) {
            if (kind == DumpTokens.Kind.MAP) {
                document();
            } else {
                builder.skip(kind);
            }
        }
    }

    private void hand(ObjectNode object) {
        String kind = object.path("kind").asString("");
        if (kind.isEmpty()) {
            return;
        }
        if (++found > MOST_OBJECTS) {
            throw DumpFailure.tooLarge(file, "more than 2 000 000 objects");
        }
        if (builder.overflowed()) {
            oversized++;
        } else if (!kind.equals("Secret")) {
            objects.accept(object);
        }
    }
}
