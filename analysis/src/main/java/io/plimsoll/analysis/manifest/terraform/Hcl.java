package io.plimsoll.analysis.manifest.terraform;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Refusal;

/// A value of an HCL text with its place. `start` and `end` are UTF-16 offsets.
sealed interface Hcl {
    int start();

    int end();

    /// What a literal is.
    enum Kind {
        STRING, NUMBER, TRUTH, NULL
    }

    /// A literal.
    ///
    /// @param value decoded
    record Literal(int start, int end, Kind kind, String value) implements Hcl {}

    /// An expression that is no literal: it is left alone.
    ///
    /// @param refusal why
    record Expression(int start, int end, Refusal refusal, String text) implements Hcl {}

    /// A list, also of blocks that have the same name.
    record Items(int start, int end, List<Hcl> items) implements Hcl {}

    /// An object, the body of a block, or the file itself.
    record Fields(int start, int end, List<Field> fields) implements Hcl {
        /// The value under a name; the refusal DUP_KEY is left to the caller, who sees more than one.
        List<Field> named(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).toList();
        }

        @Nullable
        Hcl get(String name) {
            List<Field> found = named(name);
            return found.isEmpty() ? null : found.getLast().value();
        }
    }

    /// A name and its value.
    record Field(String name, Hcl value) {}
}
