package io.plimsoll.analysis.change.drift.dump;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Opens a file of a dump: packed or not, UTF-8 or, as PowerShell writes it, UTF-16.
final class DumpText {
    private static final int LOOK = 4096;
    private static final Pattern TABLE = Pattern.compile("NAME(SPACE)? {2,}[A-Z].*", Pattern.DOTALL);
    private static final Pattern NONE = Pattern.compile("No resources found.*", Pattern.DOTALL);

    private DumpText() {
    }

    /// The tokens of a file; the caller closes them.
    ///
    /// @throws StepFailure DUMP_EMPTY, DUMP_IS_A_TABLE, DUMP_NO_OBJECTS, DUMP_UNREADABLE and what `ForeignInput` refuses
    static DumpTokens open(Path file, Progress progress, Cancellation cancellation) {
        Reader opened = null;
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw DumpFailure.empty(file);
            }
            InputStream bytes = new BufferedInputStream(ForeignInput.open(file, progress, cancellation), 1 << 16);
            BufferedReader reader = new BufferedReader(decoded(bytes), 1 << 16);
            opened = reader;
            String start = start(reader).stripLeading();
            if (start.isEmpty()) {
                throw DumpFailure.empty(file);
            }
            if (TABLE.matcher(start).matches()) {
                throw DumpFailure.table(file);
            }
            if (NONE.matcher(start).matches()) {
                throw DumpFailure.noObjects(file);
            }
            CountedReader counted = new CountedReader(file, reader);
            DumpTokens tokens = start.startsWith("{") || start.startsWith("[")
                    ? new JsonTokens(file, counted)
                    : new YamlTokens(file, counted);
            opened = null;
            return tokens;
        } catch (IOException e) {
            throw DumpFailure.unreadable(file, 1, "it is neither UTF-8 nor UTF-16.", e);
        } finally {
            close(opened);
        }
    }

    private static Reader decoded(InputStream bytes) throws IOException {
        bytes.mark(3);
        int first = bytes.read();
        int second = bytes.read();
        int third = bytes.read();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
            charset = first == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (first == 0xef && second == 0xbb && third == 0xbf) {
            mark = 3;
        }
        bytes.reset();
        bytes.skipNBytes(mark);
        return new InputStreamReader(bytes, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static String start(BufferedReader reader) throws IOException {
        reader.mark(LOOK);
        char[] start = new char[LOOK];
        int length = 0;
        int read = reader.read(start, 0, LOOK);
        while (read > 0) {
            length += read;
            read = length < LOOK ? reader.read(start, length, LOOK - length) : -1;
        }
        reader.reset();
        return new String(start, 0, length);
    }

    private static void close(@Nullable Reader opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException e) {
            throw StepFailure.machine("DUMP_CLOSE", "A file could not be closed.", "Try again.", e);
        }
    }
}
