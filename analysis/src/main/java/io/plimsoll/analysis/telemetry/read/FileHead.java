package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// How a file begins, as far as telling its format needs it. Parquet begins with the names of its columns, as CSV would.
public final class FileHead {
    private static final int LENGTH = 1 << 14;

    private final String text;
    private final boolean parquet;
    private final @Nullable UnreadableFormat unreadable;

    private FileHead(String text, boolean parquet, @Nullable UnreadableFormat unreadable) {
        this.text = text;
        this.parquet = parquet;
        this.unreadable = unreadable;
    }

    /// @throws StepFailure what speaks against reading the file at all
    public static FileHead of(Path file, Cancellation cancellation) throws IOException {
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, cancellation)) {
            byte[] head = in.readNBytes(LENGTH);
            String text = new String(head, StandardCharsets.UTF_8);
            if (text.startsWith("PAR1") && !in.isPacked()) {
                return new FileHead(header(file), true, null);
            }
            return new FileHead(text.startsWith("\uFEFF") ? text.substring(1) : text, false,
                    UnreadableFormat.of(head, text).orElse(null));
        }
    }

    private static String header(Path file) throws IOException {
        return ParquetNames.of(file).stream().map(name -> name.replaceAll("[\",\\r\\n]", "_"))
                .collect(Collectors.joining(",")) + "\n";
    }

    /// The first characters of the text, without a byte order mark.
    public String text() {
        return text;
    }

    public boolean isParquet() {
        return parquet;
    }

    /// The reader that knows what begins so, if one does.
    public Optional<TelemetryReader> reader() {
        return unreadable != null
                ? Optional.empty()
                : Readers.ALL.stream().filter(reader -> reader.recognises(text)).findFirst();
    }

    /// Whether this is telemetry, read or not.
    public boolean isTelemetry() {
        return unreadable != null || reader().isPresent();
    }

    /// Says what command converts the file, if it is of a format that is known and not read.
    ///
    /// @param named how the user knows the file
    /// @throws StepFailure TSDB_BLOCK, ORC_FILE
    public void check(Path named) {
        if (unreadable != null) {
            throw unreadable.failure(named);
        }
    }

    /// @throws StepFailure UNKNOWN_FORMAT
    public TelemetryReader readerOrFailure(Path named) {
        check(named);
        return reader().orElseThrow(() -> Readers.unknown(named.toString()));
    }
}
