package io.plimsoll.analysis.manifest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// A file that is passed over unparsed must hold no knob.
class KnobKeysTest {
    private final KnobKeys keys = new KnobKeys();

    private List<String> lost(Path folder) throws IOException {
        List<String> lost = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(ya?ml|json)")).toList()) {
                lost.addAll(lost(file.toString(), Files.readString(file)));
            }
        }
        return lost;
    }

    /// Whole, and each document on its own.
    private List<String> lost(String file, String text) {
        List<String> lost = new ArrayList<>();
        for (String part : text.split("(?m)^---")) {
            byte[] content = part.getBytes(StandardCharsets.UTF_8);
            try {
                if (!keys.anyIn(content)) {
                    Knobs.find(file, content).forEach(knob -> lost.add(knob.file() + " " + knob.path()));
                }
            } catch (StepFailure e) {
                // What can't be read has no knobs either.
            }
        }
        return lost;
    }

    @Test
    void noShapeIsLost() throws IOException, URISyntaxException {
        assertThat(lost(Path.of(Objects.requireNonNull(KnobKeysTest.class.getResource("shapes")).toURI()))).isEmpty();
    }

    /// Each line with a knob, alone with the lines around it that make it one, is seen by its own key.
    @Test
    void noRealFileIsLost() throws IOException {
        assertThat(lost(SharedData.path("manifests"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicas: 1", "{\"replicas\":1}", "{ 'cpu' : 1}", "a: {memory: 1Gi}", "? x\n: 1",
        "v: \"cpu: 1\\n\"", "\"re\\u0070licas\": 1\nsize: 1Gi", "- op: add", "literals: [CPU=1]"})
    void aKeyIsSeenHoweverItIsWritten(String text) {
        assertThat(keys.anyIn(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kind: Service\nspec:\n  ports:\n  - port: 80", "rules:\n- verbs: [get]", "# replicas"})
    void aFileWithoutSuchAKeyIsPassedOver(String text) {
        assertThat(keys.anyIn(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
}
