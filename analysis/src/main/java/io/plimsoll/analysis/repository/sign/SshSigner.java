package io.plimsoll.analysis.repository.sign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.CommitSigner;
import io.plimsoll.analysis.repository.Passphrase;
import io.plimsoll.analysis.task.StepFailure;

/// Signs in the format of `ssh-keygen -Y sign -n git` (source: PROTOCOL.sshsig of OpenSSH), without that program.
public final class SshSigner implements CommitSigner {
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final String NAMESPACE = "git";
    private static final String HASH = "sha512";
    private static final Pattern PUBLIC = Pattern
            .compile("(?:key::)?((?:ssh|ecdsa)-[a-z0-9-]+) +([A-Za-z0-9+/]+={0,2})(?:\\s.*)?", Pattern.DOTALL);

    private final SigningKey key;

    private SshSigner(SigningKey key) {
        this.key = key;
    }

    /// @param named  path of a key file, or a public key as one line, as `user.signingkey` may hold it
    /// @param base   what a relative path is relative to
    /// @param home   of the user, for `~/`
    /// @param socket value of `SSH_AUTH_SOCK`; null for no agent
    /// @throws StepFailure SIGN_KEY_MISSING, SIGN_KEY_UNREADABLE, SIGN_PASSPHRASE_MISSING, SIGN_PASSPHRASE_WRONG, SIGN_AGENT
    public static SshSigner of(String named, Path base, Path home, @Nullable String socket, Passphrase passphrase) {
        Optional<byte[]> literal = publicKey(named);
        if (literal.isPresent()) {
            return inAgent(literal.get(), socket).orElseThrow(() -> notInAgent("the key of user.signingkey"));
        }
        Path file = named.startsWith("~/") ? home.resolve(named.substring(2)) : base.resolve(named);
        String text = KeyFile.text(file);
        Optional<byte[]> half = publicKey(text);
        if (half.isEmpty()) {
            Path beside = file.resolveSibling(file.getFileName() + ".pub");
            Optional<SshSigner> loaded = Files.isRegularFile(beside)
                    ? publicKey(KeyFile.text(beside)).flatMap(found -> inAgent(found, socket))
                    : Optional.empty();
            return loaded.orElseGet(() -> new SshSigner(KeyFile.read(file, text, passphrase)));
        }
        Path secret = Path.of(file.toString().replaceFirst("\\.pub$", ""));
        return inAgent(half.get(), socket).orElseGet(() -> {
            if (secret.equals(file) || !Files.isRegularFile(secret)) {
                throw notInAgent(file.toString());
            }
            return new SshSigner(KeyFile.read(secret, KeyFile.text(secret), passphrase));
        });
    }

    private static Optional<byte[]> publicKey(String text) {
        Matcher matcher = PUBLIC.matcher(text.strip());
        try {
            return matcher.matches() ? Optional.of(Base64.getDecoder().decode(matcher.group(2))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<SshSigner> inAgent(byte[] publicKey, @Nullable String socket) {
        AgentKey key = new AgentKey(publicKey, socket);
        return key.present() ? Optional.of(new SshSigner(key)) : Optional.empty();
    }

    private static StepFailure notInAgent(String named) {
        return StepFailure.refused("SIGN_AGENT", "No ssh-agent holds the private half of " + named + ".",
                "Load it with ssh-add, or name the private key: --sign-key FILE");
    }

    @Override
    public String sign(byte[] commit) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(commit);
            byte[] signed = new WireWriter().raw(MAGIC).string(NAMESPACE).string("").string(HASH).string(digest)
                    .bytes();
            byte[] blob = new WireWriter().raw(MAGIC).number(1).string(key.publicKey()).string(NAMESPACE).string("")
                    .string(HASH).string(key.sign(signed)).bytes();
            String lines = Base64.getMimeEncoder(70, new byte[]{'\n'}).encodeToString(blob);
            return "-----BEGIN SSH SIGNATURE-----\n" + lines + "\n-----END SSH SIGNATURE-----";
        } catch (GeneralSecurityException e) {
            throw StepFailure.badInput("SIGN_KEY_UNREADABLE", "The key can't sign: " + e.getMessage() + ".",
                    "Use another key.", e);
        }
    }
}
