package io.plimsoll.analysis.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// Standard output where it is a terminal: whatever text is printed, diffs and tables for programs too, can't act on it ([TerminalText]).
/// Into a file or a pipe every byte goes as it is, so that `plimsoll manifest set … | git apply` works.
final class TerminalStream extends PrintStream {
    private static final int TYPE = 0xf000;
    private static final int CHARACTER_DEVICE = 0x2000;
    private static final Path STANDARD_OUTPUT = Path.of("/dev/fd/1");

    TerminalStream(PrintStream out) {
        super(out, true, out.charset());
    }

    /// @param out anything that is printed to; only the process's own standard output can be a terminal
    static PrintStream of(PrintStream out) {
        return out == System.out && (isTerminal() || isDevice(STANDARD_OUTPUT)) ? new TerminalStream(out) : out;
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// The console is one only if standard input is one too; where files have modes these tell of standard output alone.
    static boolean isDevice(Path file) {
        try {
            return Files.getAttribute(file, "unix:mode") instanceof Integer mode && (mode & TYPE) == CHARACTER_DEVICE;
        } catch (UnsupportedOperationException | IllegalArgumentException | IOException e) {
            return false;
        }
    }

    @Override
    public void print(@Nullable String text) {
        super.print(text == null ? null : TerminalText.of(text));
    }
}
