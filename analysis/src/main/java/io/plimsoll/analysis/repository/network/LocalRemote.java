package io.plimsoll.analysis.repository.network;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// A remote that is a folder of this machine: there Git's other half runs too, with that folder's configuration and hooks.
final class LocalRemote {
    private LocalRemote() {
    }

    /// The configuration files of such a remote; none for a server.
    ///
    /// @param base what a relative path is relative to
    /// @throws StepFailure LOCAL_REMOTE, REMOTE_URL
    static List<Path> configs(String url, Path base) throws IOException {
        Path folder = folder(url, base);
        List<Path> configs = new ArrayList<>();
        if (folder != null) {
            for (Path place : List.of(folder, folder.resolve(".git"), Path.of(folder + ".git"),
                    Path.of(folder + ".git").resolve(".git"))) {
                if (Files.isRegularFile(place.resolve("HEAD"))) {
                    refuseHooks(place);
                    configs.addAll(CloneConfig.files(place, place));
                } else if (Files.isRegularFile(place)) {
                    throw refusal(place + " leads to another folder");
                }
            }
            if (configs.isEmpty()) {
                throw refusal(folder + " holds no repository");
            }
        }
        return configs;
    }

    @org.jspecify.annotations.Nullable
    private static Path folder(String url, Path base) {
        try {
            if (url.regionMatches(true, 0, "file://", 0, 7)) {
                return Path.of(URI.create(url));
            }
            // As Git decides it: a colon before the first slash stands after a server's name, but for a drive's letter.
            int colon = url.indexOf(':');
            int slash = url.indexOf('/');
            boolean server = colon >= 0 && (slash < 0 || colon < slash) && !url.matches("[A-Za-z]:[\\\\/].*");
            return server ? null : base.resolve(url);
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            throw refusal(ConfigRules.masked(url) + " can't be read as a folder");
        }
    }

    private static void refuseHooks(Path place) throws IOException {
        Path hooks = place.resolve("hooks");
        if (Files.isDirectory(hooks)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(hooks)) {
                for (Path hook : found) {
                    if (!hook.toString().endsWith(".sample")) {
                        throw refusal("its hook " + hook.getFileName() + " would run on this machine");
                    }
                }
            }
        }
    }

    private static StepFailure refusal(String why) {
        return StepFailure.refused("LOCAL_REMOTE", "The remote is a folder of this machine, and " + why + ".",
                "If you trust it, run the command yourself.");
    }
}
