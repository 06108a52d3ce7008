package io.plimsoll.analysis.cli;

import java.io.Console;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.plimsoll.analysis.repository.SignWish;

/// Whether to sign, and with which key. The passphrase of a key comes from `PLIMSOLL_SIGN_PASSPHRASE`, else it is asked for where
/// there is a console.
final class SignOptions {
    private static final String VARIABLE = "PLIMSOLL_SIGN_PASSPHRASE";

    @Option(names = "--sign", description = "Signs with the SSH key of user.signingkey.")
    boolean sign;

    @Option(names = "--sign-key", paramLabel = "FILE", description = "Signs with this SSH key.")
    @Nullable
    Path key;

    @Nullable
    SignWish wish() {
        return sign || key != null ? new SignWish(key, SignOptions::passphrase) : null;
    }

    private static char @Nullable [] passphrase(Path file) {
        String given = System.getenv(VARIABLE);
        if (given != null) {
            return given.toCharArray();
        }
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? null
                : console.readPassword("Passphrase of %s: ", file);
    }
}
