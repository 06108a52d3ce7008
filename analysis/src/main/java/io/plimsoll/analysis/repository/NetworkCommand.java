package io.plimsoll.analysis.repository;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// A command of the user's own Git that opens a connection, to be shown before it runs.
///
/// @param words   the program and its arguments
/// @param remote  name of the remote
/// @param address its URL without a password
/// @param branch  to be pushed; null for a fetch
/// @param tip     id of its last commit; null for a fetch
public record NetworkCommand(List<String> words, String remote, String address, @Nullable String branch,
        @Nullable String tip) {
    public NetworkCommand {
        words = List.copyOf(words);
    }

    /// The command as a shell takes it.
    public String shown() {
        return words.stream().map(NetworkCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=+@,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
