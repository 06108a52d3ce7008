package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Every kustomization of real repositories against `kubectl kustomize`.
class KustomizeCorpusTest {
    private final KustomizeOracle oracle = new KustomizeOracle();
    private final List<String> refused = new ArrayList<>();

    @Test
    void everyFieldOfRealRootsIsTracedToThePlaceThatSetsIt() throws IOException {
        Path corpus = SharedData.path("manifests");
        KustomizeOracle.assumeHere();
        List<Path> clones;
        try (Stream<Path> found = Files.list(corpus)) {
            clones = found.filter(Files::isDirectory).sorted().toList();
        }
        for (Path clone : clones) {
            compare(clone);
        }
        System.out.println("Kustomize corpus: " + oracle.counts);
        refused.forEach(System.out::println);
        assertThat(oracle.wrong).isEmpty();
        assertThat(oracle.counts.get("fields equal")).isEqualTo(oracle.counts.get("fields compared"));
    }

    private void compare(Path clone) throws IOException {
        Map<String, byte[]> files = KustomizeOracle.files(clone);
        Sources sources = new Sources(files);
        List<String> folders = KustomizeRoots.all(sources);
        if (folders.isEmpty()) {
            return;
        }
        Trace trace = KustomizeRoots.trace(sources, folders, Cancellation.never());
        for (String folder : folders) {
            oracle.count("roots", 1);
            String rendered = KustomizeOracle.build(clone.resolve(folder));
            Optional<Unresolved> unresolved = trace.unresolved().stream().filter(each -> each.root().equals(folder))
                    .findFirst();
            boolean built = !rendered.startsWith("ERROR ");
            oracle.count(built
                    ? unresolved.isEmpty() ? "both built" : "only kubectl built"
                    : unresolved.isEmpty() ? "only we built" : "both refused", 1);
            unresolved.ifPresent(each -> refused.add((built ? "only kubectl built " : "both refused ")
                    + clone.getFileName() + "/" + folder + ": " + each.reason()));
            if (built && unresolved.isEmpty()) {
                List<OwnedField> traced = trace.fields().stream().filter(each -> each.root().equals(folder)).toList();
                oracle.compare(clone.getFileName() + " " + folder, rendered, traced, files);
            } else if (unresolved.isEmpty()) {
                refused.add("only we built " + clone.getFileName() + "/" + folder);
            }
        }
    }
}
