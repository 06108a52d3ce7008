package io.plimsoll.analysis.repository.sign;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads what [WireWriter] writes. Data that end too early throw `BufferUnderflowException`.
final class WireReader {
    private final ByteBuffer in;

    WireReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    int octet() {
        return in.get() & 0xff;
    }

    int number() {
        return in.getInt();
    }

    byte[] string() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new java.nio.BufferUnderflowException();
        }
        return raw(length);
    }

    byte[] raw(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    String text() {
        return new String(string(), StandardCharsets.UTF_8);
    }

    BigInteger integer() {
        return new BigInteger(string());
    }

    byte[] rest() {
        return raw(in.remaining());
    }
}
