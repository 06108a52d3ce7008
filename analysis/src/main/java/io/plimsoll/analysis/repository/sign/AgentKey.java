package io.plimsoll.analysis.repository.sign;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// A key whose private half the user's ssh-agent holds, asked over its socket on this machine (source: draft-ietf-sshm-ssh-agent). On
/// Windows OpenSSH's agent listens on a pipe, which is not supported.
final class AgentKey implements SigningKey {
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;
    private static final int RSA_SHA2_512 = 4;
    private static final int LARGEST = 1 << 18;

    private final byte[] publicKey;
    private final @Nullable String socket;

    /// @param socket value of `SSH_AUTH_SOCK`
    AgentKey(byte[] publicKey, @Nullable String socket) {
        this.publicKey = publicKey.clone();
        this.socket = socket;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /// The agent has this key.
    boolean present() {
        if (socket == null || socket.isBlank()) {
            return false;
        }
        try {
            WireReader answer = ask(socket, new WireWriter().octet(REQUEST_IDENTITIES).bytes(), IDENTITIES_ANSWER);
            for (int left = answer.number(); left > 0; left--) {
                if (Arrays.equals(answer.string(), publicKey)) {
                    return true;
                }
                answer.string();
            }
            return false;
        } catch (IOException | BufferUnderflowException e) {
            return false;
        }
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            byte[] request = new WireWriter().octet(SIGN_REQUEST).string(publicKey).string(data).number(RSA_SHA2_512)
                    .bytes();
            return ask(String.valueOf(socket), request, SIGN_RESPONSE).string();
        } catch (IOException | BufferUnderflowException e) {
            throw StepFailure.refused("SIGN_AGENT", "The ssh-agent did not sign: " + e.getMessage() + ".",
                    "Load the key with ssh-add, or name the private key: --sign-key FILE");
        }
    }

    private static WireReader ask(String socket, byte[] request, int expected) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(socket)))) {
            ByteBuffer out = ByteBuffer.wrap(new WireWriter().string(request).bytes());
            while (out.hasRemaining()) {
                channel.write(out);
            }
            int length = read(channel, Integer.BYTES).getInt();
            if (length < 1 || length > LARGEST) {
                throw new IOException("its answer makes no sense");
            }
            WireReader answer = new WireReader(read(channel, length).array());
            if (answer.octet() != expected) {
                throw new IOException("it refused");
            }
            return answer;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            throw new IOException("it can't be reached", e);
        }
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new IOException("it hung up");
            }
        }
        return in.flip();
    }
}
