package io.plimsoll.analysis.repository;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// Asks the user for the passphrase of a key, on the working thread. The characters are wiped after use and kept nowhere.
@FunctionalInterface
public interface Passphrase {
    /// Knows none: a key that needs one is refused.
    Passphrase NONE = key -> null;

    /// @return null if the user gave none
    char @Nullable [] ask(Path key);
}
