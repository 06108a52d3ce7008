package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.workspace.ForeignInput;

/// The names of a Parquet file's columns, read from its footer: enough to tell what the file is without an engine. Source: the Parquet
/// format (`FileMetaData` in Thrift's compact protocol); only the schema is understood, the rest is passed over.
public final class ParquetNames {
    private static final int MOST_FOOTER = 64 << 20;
    private static final int MOST_COLUMNS = 4000;
    private static final int MOST_DEPTH = 50;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    private final ByteBuffer bytes;
    private String name = "";
    private int children;

    private ParquetNames(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// The columns of the outermost level.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure FILE_DAMAGED
    public static List<String> of(Path file) throws IOException {
        try {
            return new ParquetNames(footer(file)).schema();
        } catch (RuntimeException e) {
            // A count, a length or a position that leads out of the footer.
            throw ForeignInput.damaged(file, "its footer can't be read", e);
        }
    }

    private static ByteBuffer footer(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer tail = read(channel, channel.size() - 8, 8);
            int length = tail.getInt();
            boolean magic = tail.get() == 'P' && tail.get() == 'A' && tail.get() == 'R' && tail.get() == '1';
            if (!magic || length < 1 || length > MOST_FOOTER || length > channel.size() - 12) {
                throw new IllegalArgumentException("no footer");
            }
            return read(channel, channel.size() - 8 - length, length);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IllegalArgumentException("file is too short");
            }
        }
        return buffer.flip();
    }

    private List<String> schema() {
        for (int field = 0, header = bytes.get(); header != 0; header = bytes.get()) {
            field = id(field, header);
            if (field == 2 && (header & 0xf) == LIST) {
                return names(elements());
            }
            skip(header & 0xf, 0);
        }
        throw new IllegalArgumentException("no schema");
    }

    private List<String> names(int elements) {
        List<String> names = new ArrayList<>();
        element();
        int inside = 0;
        for (int i = 1; i < elements; i++) {
            element();
            if (inside > 0) {
                inside--;
            } else {
                names.add(name);
                if (names.size() > MOST_COLUMNS) {
                    throw new IllegalArgumentException("too many columns");
                }
            }
            inside += children;
        }
        return names;
    }

    private void element() {
        name = "";
        children = 0;
        int field = 0;
        for (int header = bytes.get(); header != 0; header = bytes.get()) {
            field = id(field, header);
            int type = header & 0xf;
            if (field == 4 && type == BINARY) {
                byte[] text = new byte[length()];
                bytes.get(text);
                name = new String(text, StandardCharsets.UTF_8);
            } else if (field == 5 && type == 5) {
                children = (int) zigzag();
            } else {
                skip(type, 0);
            }
        }
    }

    private int id(int last, int header) {
        int delta = header >>> 4 & 0xf;
        return delta == 0 ? (int) zigzag() : last + delta;
    }

    private int elements() {
        int header = bytes.get() & 0xff;
        int size = header >>> 4;
        return size == 15 ? length() : size;
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("a length leads out of the footer");
        }
        return (int) length;
    }

    private long zigzag() {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte each = bytes.get();
            number |= (long) (each & 0x7f) << shift;
            if (each >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }

    private void skip(int type, int depth) {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("too deep");
        }
        switch (type) {
            case TRUE, FALSE -> {
            }
            case BYTE -> bytes.get();
            case DOUBLE -> bytes.getLong();
            case BINARY -> bytes.position(bytes.position() + length());
            case LIST, SET -> {
                int header = bytes.get(bytes.position());
                int size = elements();
                for (int i = 0; i < size; i++) {
                    skipElement(header & 0xf, depth);
                }
            }
            case MAP -> {
                int size = length();
                int types = size == 0 ? 0 : bytes.get();
                for (int i = 0; i < size; i++) {
                    skipElement(types >>> 4 & 0xf, depth);
                    skipElement(types & 0xf, depth);
                }
            }
            case STRUCT -> {
                for (int header = bytes.get(); header != 0; header = bytes.get()) {
                    if ((header >>> 4 & 0xf) == 0) {
                        zigzag();
                    }
                    skip(header & 0xf, depth + 1);
                }
            }
            default -> varint();
        }
    }

    /// In a list a truth value is a byte.
    private void skipElement(int type, int depth) {
        skip(type == TRUE || type == FALSE ? BYTE : type, depth + 1);
    }
}
