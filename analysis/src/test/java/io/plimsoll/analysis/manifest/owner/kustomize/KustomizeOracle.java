package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Assumptions;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.task.StepFailure;

/// What `kubectl kustomize` says, and whether a trace says the same. Tests that need it are skipped where there is none.
final class KustomizeOracle {
    final Map<String, Integer> counts = new TreeMap<>();
    final List<String> wrong = new ArrayList<>();

    static void assumeHere() {
        Assumptions.assumeTrue(here(), "There is no kubectl with kustomize here");
    }

    static boolean here() {
        try {
            Process process = new ProcessBuilder("kubectl", "kustomize", "--help").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return the rendered text, or the error after `ERROR `
    static String build(Path folder) throws IOException {
        Process process = new ProcessBuilder("kubectl", "kustomize", folder.toString()).redirectError(
                ProcessBuilder.Redirect.to(Files.createTempFile("kustomize", ".err").toFile())).start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? out : "ERROR " + folder;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All cost fields of rendered text: kind, namespace, name, container, field, path and value.
    static List<String> fields(String rendered) {
        List<String> fields = new ArrayList<>();
        for (String document : rendered.split("(?m)^---$")) {
            if (!document.contains("\nkind: CustomResourceDefinition\n")) {
                for (Knob knob : Knobs.find("rendered.yaml", document.getBytes(StandardCharsets.UTF_8))) {
                    fields.add(key(knob.kind(), knob.namespace(), knob.name(), knob.container(), knob.field(),
                            knob.path().toString(), knob.value()));
                }
            }
        }
        return fields;
    }

    static String key(OwnedField field) {
        return key(field.kind(), field.namespace(), field.name(), field.container(), field.field(),
                field.renderedPath().toString(), field.value());
    }

    private static String key(String kind, String namespace, String name, String container, String field, String path,
            String value) {
        return kind + " " + namespace + "/" + name + " " + container + " " + field + " " + path + " = " + value;
    }

    void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    /// Each field that one of them has and the other has not is wrong, and each origin where something else is written.
    void compare(String root, String rendered, List<OwnedField> traced, Map<String, byte[]> files) {
        List<String> expected = fields(rendered);
        List<String> missing = new ArrayList<>(expected);
        count("fields compared", expected.size());
        for (OwnedField field : traced) {
            if (missing.remove(key(field))) {
                count("fields equal", 1);
            } else {
                wrong.add(root + ": not rendered: " + key(field) + " from " + field.origin());
            }
            origin(root, field, files);
        }
        missing.forEach(each -> wrong.add(root + ": not traced: " + each));
    }

    private void origin(String root, OwnedField field, Map<String, byte[]> files) {
        try {
            String written = ManifestEditor.value(field.origin().file(),
                    files.getOrDefault(field.origin().file(), new byte[0]), field.origin().document(),
                    field.origin().path());
            if (field.value().equals(written)) {
                count("origins proven", 1);
                String folder = field.origin().file().replaceFirst("/?[^/]*$", "");
                String own = root.substring(root.indexOf(' ') + 1);
                count(folder.equals(own.equals(".") ? "" : own) ? "origin in the root" : "origin elsewhere", 1);
            } else {
                wrong.add(root + ": at " + field.origin() + " is " + written + ", not " + field.value());
            }
        } catch (StepFailure e) {
            count("origins that can't be edited: " + e.code(), 1);
            String written = PlainReader.text(new String(files.get(field.origin().file()), StandardCharsets.UTF_8),
                    field.origin().document(), field.origin().path());
            if (!field.value().equals(written)) {
                wrong.add(root + ": at " + field.origin() + " is " + written + ", not " + field.value());
            }
        }
    }

    static Map<String, byte[]> files(Path top) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() < 2_000_000) {
                    files.put(top.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    static void write(Path top, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = top.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
