package io.plimsoll.analysis.repository.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.Passphrase;
import io.plimsoll.analysis.task.StepFailure;

/// A private key in OpenSSH's own format, `openssh-key-v1`, with or without a passphrase (source: PROTOCOL.key of OpenSSH).
final class KeyFile {
    private static final int LARGEST = 1 << 16;
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private KeyFile() {
    }

    /// @throws StepFailure SIGN_KEY_MISSING, SIGN_KEY_UNREADABLE
    static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw StepFailure.badInput("SIGN_KEY_MISSING", "There is no key file " + file + ".",
                    "Name an SSH key: --sign-key FILE, or git config --global user.signingkey FILE.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(file, "it can't be read", e);
        }
    }

    /// @param text of the file
    /// @throws StepFailure SIGN_KEY_UNREADABLE, SIGN_PASSPHRASE_MISSING, SIGN_PASSPHRASE_WRONG
    static SigningKey read(Path file, String text, Passphrase passphrase) {
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw unreadable(file, "it is not in OpenSSH's format", null);
        }
        try {
            byte[] blob = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), to));
            return read(file, new WireReader(blob), passphrase);
        } catch (IllegalArgumentException | BufferUnderflowException | GeneralSecurityException e) {
            throw unreadable(file, Optional.ofNullable(e.getMessage()).orElse("it is damaged"), e);
        }
    }

    private static SigningKey read(Path file, WireReader in, Passphrase passphrase) throws GeneralSecurityException {
        if (!Arrays.equals(in.raw(MAGIC.length), MAGIC)) {
            throw unreadable(file, "it is not in OpenSSH's format", null);
        }
        String cipher = in.text();
        String kdf = in.text();
        byte[] kdfOptions = in.string();
        if (in.number() != 1) {
            throw unreadable(file, "it does not hold exactly one key", null);
        }
        byte[] publicKey = in.string();
        byte[] hidden = in.string();
        boolean plain = cipher.equals("none") && kdf.equals("none");
        byte[] clear = plain ? hidden : decipher(file, cipher, kdf, new WireReader(kdfOptions), hidden, passphrase);
        try {
            WireReader part = new WireReader(clear);
            // The same random number twice: else the passphrase was another.
            int check = part.number();
            if (check != part.number()) {
                throw plain
                        ? unreadable(file, "it is damaged", null)
                        : StepFailure.refused("SIGN_PASSPHRASE_WRONG", "The passphrase does not open " + file + ".",
                                "Try again.");
            }
            return PrivateKeyPart.read(publicKey, part);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static byte[] decipher(Path file, String cipher, String kdf, WireReader options, byte[] hidden,
            Passphrase passphrase) throws GeneralSecurityException {
        String mode = cipher.endsWith("-ctr") ? "CTR" : cipher.endsWith("-cbc") ? "CBC" : "";
        if (!kdf.equals("bcrypt") || mode.isEmpty() || !cipher.matches("aes(128|192|256)-c..")
                || hidden.length % 16 != 0) {
            throw unreadable(file, "it is enciphered by " + cipher + " and " + kdf, null);
        }
        byte[] salt = options.string();
        int rounds = options.number();
        if (salt.length == 0 || rounds < 1 || rounds > 4096) {
            throw unreadable(file, "its passphrase was stretched in " + rounds + " rounds", null);
        }
        byte[] words = ask(file, passphrase);
        int length = Integer.parseInt(cipher.substring(3, 6)) / 8;
        byte[] key = BcryptKeys.derive(words, salt, rounds, length + 16);
        Arrays.fill(words, (byte) 0);
        Cipher aes = Cipher.getInstance("AES/" + mode + "/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, 0, length, "AES"), new IvParameterSpec(key, length, 16));
        Arrays.fill(key, (byte) 0);
        return aes.doFinal(hidden);
    }

    private static byte[] ask(Path file, Passphrase passphrase) {
        char[] given = passphrase.ask(file);
        if (given == null || given.length == 0) {
            throw StepFailure.refused("SIGN_PASSPHRASE_MISSING", file + " is kept under a passphrase.",
                    "Give it in PLIMSOLL_SIGN_PASSPHRASE or when asked, or load the key: ssh-add " + file);
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(given));
        byte[] words = new byte[bytes.remaining()];
        bytes.get(words);
        Arrays.fill(bytes.array(), (byte) 0);
        Arrays.fill(given, '\0');
        return words;
    }

    private static StepFailure unreadable(Path file, String why, @Nullable Exception cause) {
        String message = "The key in " + file + " can't be used: " + why + ".";
        String remedy = "Use an Ed25519, ECDSA or RSA key of OpenSSH; ssh-keygen -p -f FILE writes an older one anew.";
        return cause == null
                ? StepFailure.badInput("SIGN_KEY_UNREADABLE", message, remedy)
                : StepFailure.badInput("SIGN_KEY_UNREADABLE", message, remedy, cause);
    }
}
