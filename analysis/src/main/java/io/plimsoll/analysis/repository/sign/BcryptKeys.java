package io.plimsoll.analysis.repository.sign;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/// `bcrypt_pbkdf`, by which OpenSSH makes the key of a key file from its passphrase (source: its definition in OpenBSD).
final class BcryptKeys {
    private static final int BLOCK = 32;
    private static final int[] TEXT = words("OxychromaticBlowfishSwatDynamite".getBytes(StandardCharsets.US_ASCII));

    private BcryptKeys() {
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    /// @param length of the key, in bytes
    static byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) throws GeneralSecurityException {
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        byte[] pass = sha512.digest(passphrase);
        byte[] key = new byte[length];
        int stride = (length + BLOCK - 1) / BLOCK;
        for (int block = 0; block < stride; block++) {
            sha512.update(salt);
            byte[] step = hash(pass, sha512.digest(ByteBuffer.allocate(4).putInt(block + 1).array()));
            byte[] sum = step.clone();
            for (int round = 1; round < rounds; round++) {
                step = hash(pass, sha512.digest(step));
                for (int i = 0; i < BLOCK; i++) {
                    sum[i] ^= step[i];
                }
            }
            // The blocks are interleaved, so that no part of the key can be had for less work.
            for (int i = 0; i * stride + block < length; i++) {
                key[i * stride + block] = sum[i];
            }
            Arrays.fill(sum, (byte) 0);
        }
        Arrays.fill(pass, (byte) 0);
        return key;
    }

    private static byte[] hash(byte[] pass, byte[] salt) {
        Blowfish cipher = new Blowfish();
        cipher.expand(salt, pass);
        for (int i = 0; i < 64; i++) {
            cipher.expand(new byte[0], salt);
            cipher.expand(new byte[0], pass);
        }
        int[] words = TEXT.clone();
        for (int i = 0; i < 64; i++) {
            cipher.encipher(words);
        }
        cipher.wipe();
        ByteBuffer out = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        out.asIntBuffer().put(words);
        return out.array();
    }
}
