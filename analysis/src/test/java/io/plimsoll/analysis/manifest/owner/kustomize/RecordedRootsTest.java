package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What `kubectl kustomize` (kustomize 5.5) rendered of a few generated clones, for machines without it. Recorded anew with
/// `-Dplimsoll.record=FILE`.
class RecordedRootsTest {
    private static final List<Long> SEEDS = List.of(3L, 7L, 11L, 20L, 32L, 43L);

    @TempDir
    Path folder;

    @Test
    void theRecordedFieldsAreTraced() throws IOException {
        List<String> traced = new ArrayList<>();
        for (long seed : SEEDS) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            new GeneratedClone(seed).files
                    .forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
            Sources sources = new Sources(files);
            for (OwnedField field : KustomizeRoots.trace(sources, KustomizeRoots.all(sources), Cancellation.never())
                    .fields()) {
                traced.add(seed + " " + field.root() + " " + KustomizeOracle.key(field));
            }
        }
        assertThat(traced).hasSizeGreaterThan(500).containsExactlyInAnyOrderElementsOf(recorded());
    }

    private static List<String> recorded() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(RecordedRootsTest.class.getResourceAsStream("recorded-roots.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void record() throws IOException {
        String file = System.getProperty("plimsoll.record");
        assumeTrue(file != null, "Only on demand");
        List<String> lines = new ArrayList<>();
        for (long seed : SEEDS) {
            GeneratedClone clone = new GeneratedClone(seed);
            KustomizeOracle.write(folder.resolve("c" + seed), clone.files);
            for (String each : List.of("apps/base", "apps/middle", "envs/dev", "envs/prod", "libs/base")) {
                String rendered = KustomizeOracle.build(folder.resolve("c" + seed).resolve(each));
                if (!rendered.startsWith("ERROR ")) {
                    KustomizeOracle.fields(rendered).forEach(field -> lines.add(seed + " " + each + " " + field));
                }
            }
        }
        Files.write(Path.of(Objects.requireNonNull(file)), lines.stream().sorted().toList());
    }
}
