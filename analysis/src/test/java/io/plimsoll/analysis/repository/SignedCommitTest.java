package io.plimsoll.analysis.repository;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.repository.sign.SshSigner;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.build;
import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.GitRepositoryTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

/// Keys are made and signatures checked by OpenSSH and Git themselves; where they are not installed the tests are skipped.
class SignedCommitTest {
    @TempDir
    Path folder;
    private Path clone;
    private Path key;

    @BeforeEach
    void prepare() {
        clone = build(folder.resolve("clone"), Map.of("a.yaml", "a: 1\n"));
        key = folder.resolve("key");
    }

    private static String run(Path folder, List<String> command) throws Exception {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, command.getFirst()))),
                command.getFirst() + " is not installed");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private void makeKey(String passphrase, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", passphrase, "-C", "anna", "-f",
                key.toString()));
        command.addAll(List.of(options));
        run(folder, command);
    }

    private static Passphrase says(String words) {
        return file -> words.toCharArray();
    }

    private String commit(@Nullable Path named, Passphrase passphrase) {
        try (GitRepository repository = GitRepository.open(clone)) {
            CommitSigner signer = repository.signer(new SignWish(named, passphrase));
            return repository.commit(new CommitRequest(repository.head().commitId(), "finops/a", true,
                    List.of(new CommitRequest.Step("Größer\n\nBody.", Map.of("a.yaml", bytes("a: 2\n")))), ANNA, START,
                    signer));
        }
    }

    private void verify(String id) throws Exception {
        Path allowed = Files.writeString(folder.resolve("allowed"),
                "anna@example.org " + Files.readString(folder.resolve("key.pub")));
        assertThat(git(clone, "-c", "gpg.ssh.allowedSignersFile=" + allowed, "verify-commit", "-v", id))
                .contains("Good \"git\" signature for anna@example.org");
        assertThat(git(clone, "fsck", "--strict")).doesNotContain("error", "warning");
    }

    @ParameterizedTest
    @CsvSource({"-t ed25519", "-t ecdsa -b 256", "-t ecdsa -b 384", "-t ecdsa -b 521", "-t rsa -b 3072"})
    void gitAcceptsTheSignatureOfEveryKindOfKey(String options) throws Exception {
        makeKey("", options.split(" "));
        verify(commit(key, Passphrase.NONE));
    }

    @ParameterizedTest
    @CsvSource({"aes256-ctr, 16", "aes256-cbc, 3", "aes128-ctr, 1"})
    void aKeyUnderAPassphraseIsOpenedWithIt(String cipher, String rounds) throws Exception {
        makeKey("gräßlich long", "-t", "ed25519", "-Z", cipher, "-a", rounds);
        char[] given = "gräßlich long".toCharArray();
        verify(commit(key, file -> given));
        assertThat(given).as("wiped").containsOnly('\0');
        refuses("SIGN_PASSPHRASE_WRONG", () -> commit(key, says("another")));
        refuses("SIGN_PASSPHRASE_MISSING", () -> commit(key, Passphrase.NONE));
    }

    @Test
    void theConfiguredKeyIsUsedAndItsPublicHalfWillDo() throws Exception {
        makeKey("", "-t", "ed25519");
        git(clone, "config", "user.signingkey", key + ".pub");
        verify(commit(null, Passphrase.NONE));
    }

    @Test
    void theAgentSignsWithAKeyThatItHolds() throws Exception {
        makeKey("", "-t", "rsa", "-b", "2048");
        Path socket = folder.resolve("agent");
        Assumptions.assumeTrue(socket.toString().length() < 100, "the path is too long for a socket");
        run(folder, List.of("ssh-keygen", "-y", "-f", key.toString()));
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            while (agent.isAlive() && Files.notExists(socket)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertThat(add.start().waitFor()).isZero();
            Files.delete(key);
            SshSigner signer = SshSigner.of(Files.readString(folder.resolve("key.pub")), folder, folder,
                    socket.toString(), Passphrase.NONE);
            try (GitRepository repository = GitRepository.open(clone)) {
                verify(repository.commit(new CommitRequest(repository.head().commitId(), "finops/a", true,
                        List.of(new CommitRequest.Step("m", Map.of("a.yaml", bytes("a: 2\n")))), ANNA, START, signer)));
            }
        } finally {
            agent.destroyForcibly();
        }
    }

    @Test
    void whatIsNoKeyIsRefusedByName() throws Exception {
        refuses("SIGN_KEY_MISSING", () -> commit(folder.resolve("none"), Passphrase.NONE));
        Files.writeString(key, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        refuses("SIGN_KEY_UNREADABLE", () -> commit(key, Passphrase.NONE));
        Files.writeString(key, "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n"
                + "-----END OPENSSH PRIVATE KEY-----\n");
        refuses("SIGN_KEY_UNREADABLE", () -> commit(key, Passphrase.NONE));
        Files.writeString(key, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEzzzz anna\n");
        refuses("SIGN_AGENT", () -> commit(key, Passphrase.NONE));
        try (GitRepository repository = GitRepository.open(clone)) {
            assertThat(repository.tip("finops/a")).isEmpty();
        }
    }
}
