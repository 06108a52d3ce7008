package io.plimsoll.analysis.repository.plumbing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.Person;

/// Who the user is, from `user.name` and `user.email`: of the clone, else of `~/.gitconfig`, else of `~/.config/git/config`.
/// Those two are read as files, for these two keys only.
public final class Authorship {
    private Authorship() {
    }

    /// @param home the user's home folder
    public static Optional<Person> of(Repository repository, Path home) {
        String name = null;
        String email = null;
        for (Config config : List.of(repository.getConfig(), load(repository, home.resolve(".gitconfig")),
                load(repository, home.resolve(".config").resolve("git").resolve("config")))) {
            name = first(name, config.getString("user", null, "name"));
            email = first(email, config.getString("user", null, "email"));
        }
        return name == null || email == null ? Optional.empty() : Optional.of(new Person(name, email));
    }

    @Nullable
    private static String first(@Nullable String known, @Nullable String found) {
        return known != null || found == null || found.isBlank() ? known : found.strip();
    }

    private static Config load(Repository repository, Path path) {
        File file = path.toFile();
        FileBasedConfig config = new FileBasedConfig(file, repository.getFS());
        try {
            if (file.isFile()) {
                config.load();
            }
            return config;
        } catch (IOException | ConfigInvalidException e) {
            return new Config(); // a user's broken file is no reason to refuse the clone
        }
    }
}
