package io.plimsoll.analysis.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// The odd corners of YAML: the official test suite. Every scalar of every valid case is set once.
class YamlSuiteTest {
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyScalarOfTheOfficialSuiteIsSetAloneOrRefused() throws IOException {
        for (JsonNode test : suite()) {
            String text = test.get("yaml").asString();
            YamlTree tree;
            try {
                tree = YamlTree.parse(new ManifestText(test.get("id").asString(), text));
            } catch (StepFailure e) {
                count((test.get("fail").asBoolean() ? "invalid case refused " : "valid case refused ") + e.code());
                continue;
            }
            count(test.get("fail").asBoolean() ? "invalid case read" : "valid case read");
            for (int i = 0; i < tree.documents().size(); i++) {
                walk(test.get("id").asString(), text, i, tree.documents().get(i).root(), ManifestPath.ROOT);
            }
        }
        System.out.println("Outcomes of the YAML test suite: " + outcomes + ", wrong " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(outcomes.get("set")).isGreaterThan(300);
        assertThat(outcomes.get("valid case read")).isGreaterThan(260);
    }

    private static JsonNode suite() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(YamlSuiteTest.class.getResourceAsStream("yaml-test-suite.json"))) {
            return new JsonMapper().readTree(in);
        }
    }

    private void walk(String id, String text, int document, YamlNode node, ManifestPath path) {
        switch (node) {
            case YamlNode.Scalar scalar when path.steps().isEmpty() -> count("root");
            case YamlNode.Scalar scalar -> set(id, text, new Edit(document, path, scalar.value(), "9x"));
            case YamlNode.Alias alias -> count("alias");
            case YamlNode.Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    walk(id, text, document, list.items().get(i), path.index(i));
                }
            }
            case YamlNode.Mapping map -> map.entries().stream().filter(entry -> entry.key() instanceof YamlNode.Scalar)
                    .forEach(entry -> walk(id, text, document, entry.value(),
                            path.key(((YamlNode.Scalar) entry.key()).value())));
        }
    }

    private void set(String id, String text, Edit edit) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try {
            EditedManifest edited = ManifestEditor.apply(id, content, List.of(edit));
            count("set");
            List<String> differences = OtherReader.differences(OtherReader.read(text),
                    OtherReader.read(new String(edited.content(), StandardCharsets.UTF_8)));
            boolean disagree = id.equals("HM87-1"); // [?x] is a mapping to a reader of YAML 1.1.
            if (differences.size() != 1 || !disagree && !differences.getFirst().endsWith("9x")) {
                wrong.add(id + " " + edit + ": " + differences);
            }
        } catch (StepFailure e) {
            count("refused " + e.code());
        } catch (YAMLException e) {
            count("set, not readable as YAML 1.1");
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }
}
