package io.plimsoll.analysis.manifest.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

import io.plimsoll.analysis.manifest.Refusal;

/// A file's text, decoded strictly, so that encoding it again gives the same bytes. Offsets are UTF-16 positions.
///
/// Safe from any thread.
public final class ManifestText {
    /// A manifest in Git is a few kilobytes; 1 MiB is the size above which etcd refuses an object.
    public static final int LARGEST = 1 << 20;
    private static final byte[] LFS = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private final String file;
    private final String text;
    private final int[] lineStarts;

    /// @param file for messages only
    /// @param text with its byte order mark and line ends as they are
    public ManifestText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = IntStream.iterate(0, at -> at >= 0, this::nextLine).toArray();
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /// @throws io.plimsoll.analysis.task.StepFailure TOO_LARGE, LFS or NOT_UTF8
    public static ManifestText decode(String file, byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.TOO_LARGE.because(file + " has more than " + LARGEST + " bytes.");
        }
        if (content.length >= LFS.length && Arrays.equals(content, 0, LFS.length, LFS, 0, LFS.length)) {
            throw Refusal.LFS.because(file + " is a Git LFS pointer, not the manifest itself.");
        }
        try {
            return new ManifestText(file,
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            throw Refusal.NOT_UTF8.because(file + " is not valid UTF-8.");
        }
    }

    public byte[] encode() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Counted from 1.
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public int lineStart(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// Where the line's break starts, or the text's end.
    public int lineEnd(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Columns before `offset` in its line, a byte order mark not counted.
    public int column(int offset) {
        int start = lineStart(offset);
        return offset - start - (start == 0 && text.startsWith("\uFEFF") ? 1 : 0);
    }

    /// Start of the line after the one that `offset` is in; -1 if there is none.
    public int nextLine(int offset) {
        int end = lineEnd(offset);
        return end == text.length() ? -1 : end + breakAt(end).length();
    }

    /// The line break to use beside `offset`: the line's own, else the one before, else the text's first, else `\n`.
    public String lineBreak(int offset) {
        int end = lineEnd(offset);
        if (end < text.length()) {
            return breakAt(end);
        }
        int start = lineStart(offset);
        if (start > 1 && text.startsWith("\r\n", start - 2)) {
            return "\r\n";
        }
        return start > 0 ? text.substring(start - 1, start) : "\n";
    }

    /// Whether the text ends here, in a line with something in it but no break.
    public boolean endsOpen(int offset) {
        return offset == text.length() && !text.substring(lineStart(offset)).isBlank();
    }

    public boolean sameLine(int from, int to) {
        return lineEnd(from) >= to;
    }

    private String breakAt(int offset) {
        return text.startsWith("\r\n", offset) ? "\r\n" : text.substring(offset, offset + 1);
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }
}
