package io.plimsoll.analysis.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Owners;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Values that several roots of public repositories share, each patched for each root alone: `kubectl kustomize` renders the one root
/// otherwise in the very lines that were wanted, and all others as before.
@Tag("slow")
class OverlayCorpusTest {
    private static final int PLACES = 5;

    @TempDir
    Path folder;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> rendered = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private Path tree;

    @ParameterizedTest
    @ValueSource(strings = {"GoogleCloudPlatform__microservices-demo", "fluxcd__flux2-kustomize-helm-example",
        "kubeflow__spark-operator", "redhat-cop__gitops-catalog"})
    void onlyTheWantedRootChanges(String name) throws IOException {
        copy(SharedData.path("manifests").resolve(name));
        Trace trace = Owners.trace(files, Cancellation.never());
        Map<String, OwnedField> shared = new LinkedHashMap<>();
        trace.fields().stream()
                .filter(field -> !field.sharedBy().isEmpty() && !other(field.value()).equals(field.value()))
                .forEach(field -> shared.putIfAbsent(field.origin().toString(), field));
        counts.put("shared places", shared.size());
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            workbench.repository().add(folder.resolve("clone"));
            for (OwnedField field : shared.values().stream().limit(PLACES).toList()) {
                patched(workbench.changes(), field);
            }
        }
        System.out.println("Overlays of " + name + ": " + counts);
        assertThat(wrong).isEmpty();
    }

    private void patched(ChangeDesk desk, OwnedField field) throws IOException {
        Intent base = new Intent(field.origin().file(), field.origin().document(), field.origin().path().toString(),
                null, other(field.value()), "it");
        desk.clear();
        desk.add(List.of(base));
        for (OverlayChoice choice : desk.overlays().alternatives(desk.current(), base, Cancellation.never())) {
            counts.merge(choice.code() == null ? "patched" : choice.code(), 1, Integer::sum);
            if (choice.code() == null) {
                desk.overlays().replaceBy(base, choice);
                List<FilePreview> previews = desk.preview(Progress.NONE, Cancellation.never()).files();
                check(choice, previews, other(field.value()));
                desk.undo();
            } else {
                System.out.println("  " + choice.root() + ": " + choice.reason());
            }
        }
    }

    private void check(OverlayChoice choice, List<FilePreview> previews, String value) throws IOException {
        for (FilePreview file : previews) {
            Files.write(tree.resolve(file.file()), file.after());
        }
        Set<String> changed = new LinkedHashSet<>();
        for (Map.Entry<String, String> each : rendered.entrySet()) {
            List<String> gone = new ArrayList<>(each.getValue().lines().toList());
            List<String> come = new ArrayList<>(build(each.getKey()).orElse("not built").lines().toList());
            List<String> before = List.copyOf(gone);
            come.forEach(gone::remove);
            before.forEach(come::remove);
            if (!gone.isEmpty() || !come.isEmpty()) {
                changed.add(each.getKey());
                counts.merge("lines that kubectl renders otherwise", come.size(), Integer::sum);
                boolean exact = gone.size() == choice.intents().size() && come.size() == gone.size()
                        && come.stream().allMatch(line -> line.contains(value));
                if (!exact) {
                    wrong.add(choice.root() + " " + each.getKey() + ": " + gone + " became " + come);
                }
            }
        }
        String where = previews.getFirst().file();
        if (changed.size() > 1 || changed.isEmpty() && rendered.containsKey(choice.root())) {
            wrong.add(choice.root() + " " + where + " changed " + changed);
        }
        for (FilePreview file : previews) {
            Files.write(tree.resolve(file.file()), file.before());
        }
    }

    private static String other(String value) {
        return value.replaceFirst("([0-9])", "9$1");
    }

    private Optional<String> build(String root) throws IOException {
        Process process = new ProcessBuilder("kubectl", "kustomize", tree.resolve(root).toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(Path from) throws IOException {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "kubectl"))), "kubectl is not installed");
        tree = folder.resolve("tree");
        Map<String, Optional<byte[]>> content = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(from)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String path = from.relativize(file).toString().replace('\\', '/');
                files.put(path, Files.readAllBytes(file));
                content.put(path, Optional.of(files.get(path)));
                Files.createDirectories(tree.resolve(path).getParent());
                Files.write(tree.resolve(path), files.get(path));
            }
        }
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            repository.commitAll(List.of(new DatedCommit(Instant.parse("2025-03-01T08:00:00Z"), Clones.ANNA, "All",
                    content)));
        }
        for (String path : files.keySet()) {
            if (path.matches("(.*/)?kustomization\\.ya?ml")) {
                String root = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : ".";
                build(root).ifPresent(text -> rendered.put(root, text));
            }
        }
        counts.put("folders that kubectl builds", rendered.size());
    }
}
