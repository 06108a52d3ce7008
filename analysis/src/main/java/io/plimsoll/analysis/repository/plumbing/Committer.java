package io.plimsoll.analysis.repository.plumbing;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jgit.lib.Repository;

import io.plimsoll.analysis.repository.CommitSigner;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.repository.SignWish;
import io.plimsoll.analysis.repository.sign.SshSigner;
import io.plimsoll.analysis.task.StepFailure;

/// Who commits in a clone, and with which key, as its configuration or the user's says.
public final class Committer {
    private final Repository repository;
    private final Path home;
    private final UserConfig config;

    /// @param home the user's home folder
    public Committer(Repository repository, Path home) {
        this.repository = repository;
        this.home = home;
        this.config = new UserConfig(repository, home);
    }

    /// Empty unless both name and address are set.
    public Optional<Person> person() {
        return config.get("name").flatMap(name -> config.get("email").map(email -> new Person(name, email)));
    }

    /// As `GitRepository.signer`.
    public CommitSigner signer(SignWish wish) {
        Path key = wish.key();
        String named = key != null
                ? key.toAbsolutePath().toString()
                : config.get("signingkey")
                        .orElseThrow(() -> StepFailure.wrongUsage("SIGN_KEY_MISSING", "No key to sign with is known.",
                                "Name an SSH key: --sign-key FILE, or git config --global user.signingkey FILE."));
        Path top = (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
        return SshSigner.of(named, top, home, System.getenv("SSH_AUTH_SOCK"), wish.passphrase());
    }
}
