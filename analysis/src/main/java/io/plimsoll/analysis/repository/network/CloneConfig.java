package io.plimsoll.analysis.repository.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

import io.plimsoll.analysis.task.StepFailure;

/// Holds a repository's own configuration files against [ConfigRules].
final class CloneConfig {
    private static final long LARGEST = 1 << 20;

    private CloneConfig() {
    }

    /// @param gitDir of the work tree, and the one shared by linked work trees
    static List<Path> files(Path gitDir, Path common) {
        List<Path> files = new ArrayList<>(List.of(common.resolve("config"), common.resolve("config.worktree"),
                gitDir.resolve("config.worktree")));
        files.removeIf(Files::notExists);
        return files.stream().distinct().toList();
    }

    /// @throws StepFailure CLONE_CONFIG, REMOTE_URL
    static void check(List<Path> files) throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw unreadable(file);
            }
            Config config = new Config();
            try {
                config.fromText(Files.readString(file));
            } catch (ConfigInvalidException | java.nio.charset.MalformedInputException e) {
                throw unreadable(file);
            }
            for (String section : config.getSections()) {
                checkNames(config, section, null);
                for (String subsection : config.getSubsections(section)) {
                    checkNames(config, section, subsection);
                }
            }
        }
    }

    private static void checkNames(Config config, String section,
            @org.jspecify.annotations.Nullable String subsection) {
        Set<String> names = config.getNames(section, subsection);
        for (String name : names) {
            for (String value : config.getStringList(section, subsection, name)) {
                ConfigRules.check(section, subsection == null ? "" : subsection, name, value == null ? "" : value);
            }
        }
    }

    private static StepFailure unreadable(Path file) {
        return StepFailure.refused("CLONE_CONFIG", "The clone's own configuration can't be read: " + file + ".",
                "Repair it, or run the command yourself.");
    }

    /// What `git config --list --null` says: `section.subsection.name`, a line break, the value, a zero.
    ///
    /// @throws StepFailure CLONE_CONFIG, REMOTE_URL
    static void checkListed(String listed) {
        for (String entry : listed.split("\0")) {
            if (!entry.isEmpty()) {
                int end = entry.indexOf('\n');
                String key = end < 0 ? entry : entry.substring(0, end);
                int first = key.indexOf('.');
                int last = key.lastIndexOf('.');
                if (first < 0) {
                    throw StepFailure.refused("CLONE_CONFIG", "The clone's own configuration sets " + key + ".",
                            "Unset it there.");
                }
                ConfigRules.check(key.substring(0, first), first == last ? "" : key.substring(first + 1, last),
                        key.substring(last + 1), end < 0 ? "" : entry.substring(end + 1));
            }
        }
    }
}
