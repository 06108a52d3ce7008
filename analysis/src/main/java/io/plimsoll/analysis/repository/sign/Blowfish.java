package io.plimsoll.analysis.repository.sign;

import java.math.BigInteger;

/// The Blowfish cipher with the expensive key schedule of bcrypt (Provos and Mazières, 1999). The JDK's cipher does not let its
/// state be expanded by a salt. Not safe from several threads.
final class Blowfish {
    private static final int SUBKEYS = 18;
    private static final int BOXES = 4 * 256;
    private static final int[] START = fractionOfPi(SUBKEYS + BOXES);

    private final int[] p = new int[SUBKEYS];
    private final int[] s = new int[BOXES];
    private int left;
    private int right;
    private int at;

    Blowfish() {
        System.arraycopy(START, 0, p, 0, SUBKEYS);
        System.arraycopy(START, SUBKEYS, s, 0, BOXES);
    }

    /// The cipher's first state is the binary fraction of π, worked out here by Machin's formula, 16 arctan 1/5 - 4 arctan 1/239.
    private static int[] fractionOfPi(int words) {
        int bits = words * Integer.SIZE + 64;
        BigInteger pi = arctanOfInverse(5, bits).shiftLeft(4).subtract(arctanOfInverse(239, bits).shiftLeft(2));
        int[] fraction = new int[words];
        for (int i = 0; i < words; i++) {
            fraction[i] = pi.shiftRight(bits - Integer.SIZE * (i + 1)).intValue();
        }
        return fraction;
    }

    private static BigInteger arctanOfInverse(int x, int bits) {
        BigInteger square = BigInteger.valueOf((long) x * x);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(x));
        BigInteger sum = BigInteger.ZERO;
        for (int k = 1; power.signum() != 0; k += 2) {
            BigInteger term = power.divide(BigInteger.valueOf(k));
            sum = k % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(square);
        }
        return sum;
    }

    /// @param salt of any length; empty for none
    void expand(byte[] salt, byte[] key) {
        at = 0;
        for (int i = 0; i < SUBKEYS; i++) {
            p[i] ^= next(key);
        }
        at = 0;
        left = 0;
        right = 0;
        replace(p, salt);
        replace(s, salt);
    }

    private void replace(int[] words, byte[] salt) {
        for (int i = 0; i < words.length; i += 2) {
            if (salt.length > 0) {
                left ^= next(salt);
                right ^= next(salt);
            }
            encipher();
            words[i] = left;
            words[i + 1] = right;
        }
    }

    /// Four bytes, the first one highest, read round and round.
    private int next(byte[] bytes) {
        int word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word = word << 8 | bytes[at] & 0xff;
            at = (at + 1) % bytes.length;
        }
        return word;
    }

    /// Enciphers pairs of words in place.
    void encipher(int[] words) {
        for (int i = 0; i < words.length; i += 2) {
            left = words[i];
            right = words[i + 1];
            encipher();
            words[i] = left;
            words[i + 1] = right;
        }
    }

    private void encipher() {
        int a = left ^ p[0];
        int b = right;
        for (int round = 1; round <= 16; round += 2) {
            b ^= mix(a) ^ p[round];
            a ^= mix(b) ^ p[round + 1];
        }
        left = b ^ p[SUBKEYS - 1];
        right = a;
    }

    private int mix(int word) {
        return (s[word >>> 24] + s[256 + (word >>> 16 & 0xff)] ^ s[512 + (word >>> 8 & 0xff)]) + s[768 + (word & 0xff)];
    }

    void wipe() {
        java.util.Arrays.fill(p, 0);
        java.util.Arrays.fill(s, 0);
    }
}
