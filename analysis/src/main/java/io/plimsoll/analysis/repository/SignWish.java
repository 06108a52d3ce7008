package io.plimsoll.analysis.repository;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// With which SSH key a commit is to be signed.
///
/// @param key        a private key, or a public one whose private half the ssh-agent has; null for `user.signingkey` of the clone's or
///                   the user's Git configuration
/// @param passphrase asked only for a private key that has one
public record SignWish(@Nullable Path key, Passphrase passphrase) {
    /// The configured key.
    public static SignWish configured(Passphrase passphrase) {
        return new SignWish(null, passphrase);
    }
}
