package io.plimsoll.analysis.change.drift;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.drift.desired.GitSide;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A clone and a dump in a test, written as text.
final class Scene {
    static final String DEPLOYMENT = """
                                     apiVersion: apps/v1
                                     kind: Deployment
                                     metadata: {name: web, namespace: shop}
                                     spec:
                                       replicas: 2
                                       template:
                                         spec:
                                           containers:
                                           - name: app
                                             resources:
                                               requests: {cpu: "1", memory: 1Gi}
                                     """;

    private final Path folder;
    private final Map<String, byte[]> git = new LinkedHashMap<>();
    private final StringBuilder dump = new StringBuilder();
    private String root = "";

    Scene(Path folder) {
        this.folder = folder;
    }

    Scene git(String file, String text) {
        git.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Scene live(String text) {
        dump.append("---\n").append(text);
        return this;
    }

    Scene root(String path) {
        root = path;
        return this;
    }

    Comparison.Result compared() {
        try {
            Path file = Files.writeString(folder.resolve("dump.yaml"), dump);
            return Comparison.of(GitSide.of(git, root, Cancellation.never()),
                    Snapshot.read(file, Progress.NONE, Cancellation.never()), Cancellation.never());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<DriftRow> rows() {
        return compared().rows();
    }

    /// The row of a field, which must be there once.
    DriftRow row(String field) {
        List<DriftRow> found = rows().stream().filter(row -> row.field().equals(field)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + field + " in " + rows());
        }
        return found.getFirst();
    }
}
