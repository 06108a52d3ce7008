package io.plimsoll.analysis.change.drift.dump;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/// Counts lines for messages, and stops what would fill the memory: one endless text, or a packed file without end.
final class CountedReader extends FilterReader {
    /// What the YAML parser can count.
    private static final long MOST = 2_000_000_000L;
    /// No object of Kubernetes is larger than 1.5 MiB.
    private static final long LONGEST_TOKEN = 4L << 20;

    private final Path file;
    private long read;
    private long atToken;
    private long line = 1;

    CountedReader(Path file, Reader in) {
        super(in);
        this.file = file;
    }

    /// About where the parser is, from 1.
    long line() {
        return line;
    }

    /// A token has ended.
    void token() {
        atToken = read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        for (int i = from; i < from + got; i++) {
            if (into[i] == '\n') {
                line++;
            }
        }
        read += Math.max(0, got);
        if (read > MOST) {
            throw DumpFailure.tooLarge(file, "more than 2 GB of text");
        }
        if (read - atToken > LONGEST_TOKEN) {
            throw DumpFailure.unreadable(file, line, "a single value is longer than any object of Kubernetes.", null);
        }
        return got;
    }
}
