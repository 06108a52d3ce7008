package io.plimsoll.analysis.manifest.owner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.Cancellation;

/// A clone written down in a test.
public final class CloneText {
    private final Map<String, byte[]> files = new TreeMap<>();

    public CloneText file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public Trace trace() {
        return Owners.trace(files, Cancellation.never());
    }

    /// The fields as `Kind/name container field=value file:line path`, in the trace's order.
    public List<String> lines() {
        return trace().fields().stream().map(CloneText::line).toList();
    }

    public OwnedField the(String field) {
        List<OwnedField> found = trace().fields().stream().filter(each -> each.field().equals(field)).toList();
        if (found.size() != 1) {
            throw new AssertionError(field + ": " + trace());
        }
        return found.getFirst();
    }

    public static String line(OwnedField field) {
        return field.kind() + "/" + field.name() + " " + field.container() + (field.container().isEmpty() ? "" : " ")
                + field.field() + "=" + field.value() + " " + field.origin().file() + ":" + field.origin().line() + " "
                + field.origin().path();
    }

    public static String shadowed(OwnedField field) {
        return field.shadowed().stream().map(each -> each.file() + ":" + each.line())
                .collect(Collectors.joining(" "));
    }

    /// The files of a real tree.
    public static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                try {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }
}
