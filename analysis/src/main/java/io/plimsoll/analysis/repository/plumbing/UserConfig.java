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

/// Keys of the section `user`: of the clone, else of `~/.gitconfig`, else of `~/.config/git/config`. Those two are read as files,
/// for these keys only.
public final class UserConfig {
    private final List<Config> configs;

    /// @param home the user's home folder
    public UserConfig(Repository repository, Path home) {
        configs = List.of(repository.getConfig(), load(repository, home.resolve(".gitconfig")),
                load(repository, home.resolve(".config").resolve("git").resolve("config")));
    }

    /// `user.<key>`, stripped; empty if it is blank everywhere.
    public Optional<String> get(String key) {
        return configs.stream().flatMap(config -> Optional.ofNullable(config.getString("user", null, key)).stream())
                .map(String::strip).filter(value -> !value.isEmpty()).findFirst();
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
