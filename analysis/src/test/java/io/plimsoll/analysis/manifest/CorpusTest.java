package io.plimsoll.analysis.manifest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// Sets what costs in real manifests and asks a reader that shares no code with the editor what became different.
class CorpusTest {
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, UnaryOperator<String>> variants = new TreeMap<>(Map.of("as it is", text -> text));
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyKnobOfRealManifestsIsSetAndNothingElse() throws IOException {
        eachFile((name, content) -> knobs(name, content).forEach(knob -> count(set(knob, content))));
        judge("knobs", 300);
    }

    @Test
    void everyCostScalarThatAnotherReaderFindsIsSetAndNothingElse() throws IOException {
        eachFile((name, content) -> CostScalars.of(tree(content)).forEach(place -> count(set(name, content, place))));
        judge("cost scalars", 300);
    }

    @Test
    @Tag("slow")
    void lineEndsByteOrderMarksAndMissingFinalLineEndsMakeNoDifference() throws IOException {
        variants.put("CRLF", text -> text.replaceAll("\r?\n", "\r\n"));
        variants.put("BOM", text -> "\uFEFF" + text);
        variants.put("no final line end", String::stripTrailing);
        variants.put("emoji", text -> "# \uD83D\uDE80\uD83D\uDE80\n" + text);
        variants.put("mixed line ends", text -> text.replaceAll("(?s)(.*?\n.*?[^\r])\n", "$1\r\n"));
        eachFile((name, content) -> CostScalars.of(tree(content)).forEach(place -> count(set(name, content, place))));
        judge("cost scalars in " + variants.keySet(), 1500);
    }

    @Test
    void aKeyIsAddedToEveryThirdMapOfRequestsOrLimitsAndTakenBack() throws IOException {
        eachFile((name, content) -> knobs(name, content).stream()
                .filter(knob -> Math.floorMod((name + knob.path()).hashCode(), 3) == 0 && knob.editable())
                .filter(knob -> Set.of("requests", "limits").contains(knob.path().keyFromEnd(1)))
                .forEach(knob -> count(add(knob, content))));
        judge("keys added", 50);
    }

    private void eachFile(BiConsumer<String, byte[]> each) throws IOException {
        Path corpus = SharedData.path("manifests");
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList()) {
                String text = Files.readString(file);
                for (UnaryOperator<String> variant : variants.values()) {
                    outcomes.merge("files", 1, Integer::sum);
                    each.accept(corpus.relativize(file).toString(),
                            variant.apply(text).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void judge(String what, int atLeast) {
        System.out.println("Outcomes of setting " + what + ": " + outcomes + ", wrong " + wrong.size());
        assertThat(wrong).isEmpty();
        int done = outcomes.getOrDefault("DONE", 0);
        int others = outcomes.entrySet().stream()
                .filter(entry -> !entry.getKey().matches("files|DONE|file .*|refused (TEMPLATE|ALIAS)"))
                .mapToInt(Map.Entry::getValue).sum();
        assertThat(done).isGreaterThan(atLeast);
        assertThat(done).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * (done + others)));
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private List<Knob> knobs(String name, byte[] content) {
        try {
            return Knobs.find(name, content);
        } catch (StepFailure e) {
            count("file " + e.code());
            return List.of();
        }
    }

    private List<Node> tree(byte[] content) {
        try {
            return OtherReader.read(new String(content, StandardCharsets.UTF_8));
        } catch (YAMLException e) {
            count("file no YAML 1.1");
            return List.of();
        }
    }

    private String set(Knob knob, byte[] content) {
        try {
            Edit edit = new Edit(knob.document(), knob.path(), knob.value(), another(knob));
            check(knob.toString(), content, edit, edit.newValue());
            return "DONE";
        } catch (StepFailure e) {
            if (knob.editable() || !knob.reason().startsWith(e.code())) {
                wrong.add(knob + ": " + e.code() + " " + e.message());
            }
            return "refused " + e.code();
        }
    }

    private String set(String name, byte[] content, CostScalars.Place place) {
        String value = place.value();
        String changed = value.matches("[0-9].*") ? "1" + value : value.equals("true") ? "false" : "other";
        try {
            check(name + " " + place, content, new Edit(place.document(), place.path(), value, changed), changed);
            return "DONE";
        } catch (StepFailure e) {
            return "refused " + e.code();
        }
    }

    private EditedManifest check(String what, byte[] content, Edit edit, String shown) {
        EditedManifest edited = ManifestEditor.apply("f.yaml", content, List.of(edit));
        List<String> differences = OtherReader.differences(tree(content), tree(edited.content()));
        if (differences.size() != 1 || !differences.getFirst().endsWith(" -> " + shown)) {
            wrong.add(what + ": " + differences);
        }
        return edited;
    }

    private String add(Knob knob, byte[] content) {
        ManifestPath path = knob.path().parent().key("added.by/test").key("value");
        try {
            EditedManifest edited = ManifestEditor.apply(knob.file(), content,
                    List.of(new Edit(knob.document(), path, null, "7Gi")));
            List<String> differences = OtherReader.differences(tree(content), tree(edited.content()));
            if (differences.size() != 1 || !differences.getFirst().endsWith("added.by/test added")) {
                wrong.add(knob + ": " + differences);
            }
            ManifestPath added = Objects.requireNonNull(edited.edits().getFirst().added());
            byte[] back = ManifestEditor.withdraw(knob.file(), edited.content(), knob.document(), added, "7Gi");
            if (!Arrays.equals(content, back)) {
                wrong.add(knob + ": not the same bytes after taking the key out again");
            }
            return "DONE";
        } catch (StepFailure e) {
            return "refused " + e.code();
        }
    }

    private static String another(Knob knob) {
        if (!knob.editable() || !knob.unit().reads(knob.value())) {
            return "other";
        }
        BigDecimal more = knob.unit().amount(knob.value()).add(BigDecimal.ONE).multiply(BigDecimal.valueOf(3));
        return switch (knob.unit()) {
            case INTEGER, DECIMAL -> more.toPlainString();
            case KUBERNETES -> knob.unit().write(knob.value(), more.toPlainString());
            case JVM, FLINK -> knob.unit().write(knob.value(), "777Mi");
            case TEXT -> "other";
        };
    }
}
