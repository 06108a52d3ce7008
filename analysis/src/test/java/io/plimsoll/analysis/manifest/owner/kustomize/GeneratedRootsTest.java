package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Kustomizations made from seeds against `kubectl kustomize`.
class GeneratedRootsTest {
    private final KustomizeOracle oracle = new KustomizeOracle();

    @TempDir
    Path folder;

    @Test
    void everyFieldOfTwentyGeneratedRootsIsTraced() throws IOException {
        compare(20);
    }

    @Test
    @Tag("slow")
    void everyFieldOfTwoHundredGeneratedRootsIsTraced() throws IOException {
        compare(200);
    }

    /// Five roots to a clone.
    private void compare(int roots) throws IOException {
        KustomizeOracle.assumeHere();
        for (long seed = 1; seed <= roots / 5; seed++) {
            Path clone = folder.resolve("clone-" + seed);
            KustomizeOracle.write(clone, new GeneratedClone(seed).files);
            compare(clone);
        }
        System.out.println("Generated roots: " + oracle.counts);
        assertThat(oracle.wrong).isEmpty();
        assertThat(oracle.counts.get("fields equal")).isEqualTo(oracle.counts.get("fields compared"));
        assertThat(oracle.counts.get("both built")).isGreaterThan(roots * 3 / 5);
        assertThat(oracle.counts.get("fields compared")).isGreaterThan(roots * 4);
    }

    private void compare(Path clone) throws IOException {
        Map<String, byte[]> files = KustomizeOracle.files(clone);
        Sources sources = new Sources(files);
        List<String> folders = KustomizeRoots.all(sources);
        Trace trace = KustomizeRoots.trace(sources, folders, Cancellation.never());
        for (String root : folders) {
            oracle.count("roots", 1);
            String rendered = KustomizeOracle.build(clone.resolve(root));
            Optional<Unresolved> unresolved = trace.unresolved().stream().filter(each -> each.root().equals(root))
                    .findFirst();
            boolean built = !rendered.startsWith("ERROR ");
            if (built && unresolved.isEmpty()) {
                oracle.count("both built", 1);
                List<OwnedField> traced = trace.fields().stream().filter(each -> each.root().equals(root)).toList();
                oracle.compare(clone.getFileName() + " " + root, rendered, traced, files);
            } else if (built || unresolved.isEmpty()) {
                oracle.wrong.add(clone.getFileName() + " " + root + (built
                        ? ": kubectl builds it, we refuse: " + unresolved.map(Unresolved::reason).orElse("")
                        : ": kubectl refuses it, we don't"));
            } else {
                oracle.count("both refused", 1);
            }
        }
    }
}
