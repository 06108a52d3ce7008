package io.plimsoll.analysis.workspace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The 32-bit check sum xxHash. Source: Yann Collet's specification of the algorithm, version 0.1.1.
final class XxHash32 {
    private static final int PRIME_1 = 0x9E3779B1;
    private static final int PRIME_2 = 0x85EBCA77;
    private static final int PRIME_3 = 0xC2B2AE3D;
    private static final int PRIME_4 = 0x27D4EB2F;
    private static final int PRIME_5 = 0x165667B1;
    private static final int STRIPE = 16;

    private XxHash32() {
    }

    static int of(byte[] bytes, int seed) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int sum = bytes.length < STRIPE ? seed + PRIME_5 : stripes(in, seed);
        sum += bytes.length;
        while (in.remaining() >= 4) {
            sum = Integer.rotateLeft(sum + in.getInt() * PRIME_3, 17) * PRIME_4;
        }
        while (in.hasRemaining()) {
            sum = Integer.rotateLeft(sum + (in.get() & 0xff) * PRIME_5, 11) * PRIME_1;
        }
        sum = (sum ^ sum >>> 15) * PRIME_2;
        sum = (sum ^ sum >>> 13) * PRIME_3;
        return sum ^ sum >>> 16;
    }

    private static int stripes(ByteBuffer in, int seed) {
        int[] lanes = {seed + PRIME_1 + PRIME_2, seed + PRIME_2, seed, seed - PRIME_1};
        while (in.remaining() >= STRIPE) {
            for (int i = 0; i < lanes.length; i++) {
                lanes[i] = Integer.rotateLeft(lanes[i] + in.getInt() * PRIME_2, 13) * PRIME_1;
            }
        }
        return Integer.rotateLeft(lanes[0], 1) + Integer.rotateLeft(lanes[1], 7) + Integer.rotateLeft(lanes[2], 12)
                + Integer.rotateLeft(lanes[3], 18);
    }
}
