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
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Sets knobs of real manifests and asks a reader that shares no code with the editor what became different.
class CorpusTest {
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, UnaryOperator<String>> variants = new TreeMap<>(Map.of("as it is", text -> text));
    private boolean adding;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyFifthKnobOfRealManifestsIsSetAndNothingElse() throws IOException {
        setKnobs(5);
    }

    @Test
    @Tag("slow")
    void everyKnobOfRealManifestsIsSetAndNothingElse() throws IOException {
        setKnobs(1);
    }

    @Test
    @Tag("slow")
    void lineEndsByteOrderMarksAndMissingFinalLineEndsMakeNoDifference() throws IOException {
        variants.put("CRLF", text -> text.replaceAll("\r?\n", "\r\n"));
        variants.put("BOM", text -> "\uFEFF" + text);
        variants.put("no final line end", String::stripTrailing);
        variants.put("emoji", text -> "# \uD83D\uDE80\uD83D\uDE80\n" + text);
        setKnobs(1);
    }

    @Test
    void aKeyIsAddedToEveryThirdMapOfRequestsOrLimits() throws IOException {
        adding = true;
        setKnobs(3);
    }

    private void setKnobs(int stride) throws IOException {
        Path corpus = corpus();
        assumeTrue(corpus != null, "No ../shared/data/manifests beside the project");
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(corpus))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList()) {
                String text = Files.readString(file);
                for (UnaryOperator<String> variant : variants.values()) {
                    byte[] content = variant.apply(text).getBytes(StandardCharsets.UTF_8);
                    setKnobs(corpus.relativize(file).toString(), content, stride);
                }
            }
        }
        System.out.println("Outcomes of setting knobs: " + outcomes);
        assertThat(wrong).isEmpty();
        int done = outcomes.getOrDefault("DONE", 0);
        int others = outcomes.entrySet().stream().filter(entry -> entry.getKey().startsWith("knob "))
                .filter(entry -> !entry.getKey().matches("knob (TEMPLATE|ALIAS)")).mapToInt(Map.Entry::getValue).sum();
        assertThat(done).isGreaterThan(300 / stride);
        assertThat(done).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * (done + others)));
    }

    private void setKnobs(String name, byte[] content, int stride) {
        List<Knob> knobs;
        try {
            knobs = Knobs.find(name, content);
        } catch (StepFailure e) {
            outcomes.merge("file " + e.code(), 1, Integer::sum);
            return;
        }
        List<Object> before = new ArrayList<>();
        for (int i = 0; i < knobs.size(); i++) {
            Knob knob = knobs.get(i);
            if (Math.floorMod((name + i).hashCode(), stride) != 0) {
                continue;
            }
            String outcome = adding ? add(knob, content, before) : set(knob, content, before);
            outcomes.merge(outcome, 1, Integer::sum);
        }
    }

    private String set(Knob knob, byte[] content, List<Object> before) {
        String value = another(knob);
        try {
            Edit edit = new Edit(knob.document(), knob.path(), knob.value(), value);
            EditedManifest edited = ManifestEditor.apply(knob.file(), content, List.of(edit));
            if (before.isEmpty()) {
                before.addAll(load(new String(content, StandardCharsets.UTF_8)));
            }
            List<String> differences = new ArrayList<>();
            compare("", before, load(new String(edited.content(), StandardCharsets.UTF_8)), differences);
            if (!knob.editable() || differences.size() != 1 || !differences.getFirst().endsWith(" -> " + value)) {
                wrong.add(knob + ": " + differences);
            }
            return "DONE";
        } catch (StepFailure e) {
            if (knob.editable() || !knob.reason().startsWith(e.code())) {
                wrong.add(knob + ": " + e.code() + " " + e.message());
            }
            return "knob " + e.code();
        }
    }

    private String add(Knob knob, byte[] content, List<Object> before) {
        String parent = knob.path().keyFromEnd(1);
        ManifestPath path = knob.path().parent().key("added.by/test").key("value");
        if (!parent.equals("requests") && !parent.equals("limits") || !knob.editable()) {
            return "skipped";
        }
        try {
            EditedManifest edited = ManifestEditor.apply(knob.file(), content,
                    List.of(new Edit(knob.document(), path, null, "7Gi")));
            if (before.isEmpty()) {
                before.addAll(load(new String(content, StandardCharsets.UTF_8)));
            }
            List<String> differences = new ArrayList<>();
            compare("", before, load(new String(edited.content(), StandardCharsets.UTF_8)), differences);
            if (differences.size() != 1 || !differences.getFirst().endsWith("added.by/test added {value=7Gi}")) {
                wrong.add(knob + ": " + differences);
            }
            ManifestPath added = Objects.requireNonNull(edited.edits().getFirst().added());
            byte[] back = ManifestEditor.withdraw(knob.file(), edited.content(), knob.document(), added, "7Gi");
            if (!Arrays.equals(content, back)) {
                wrong.add(knob + ": not the same bytes after taking the key out again");
            }
            return "DONE";
        } catch (StepFailure e) {
            return "knob " + e.code();
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

    private static List<Object> load(String text) {
        List<Object> documents = new ArrayList<>();
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(1000)
                .build();
        new Load(settings).loadAllFromString(text).forEach(documents::add);
        return documents;
    }

    private static void compare(String at, @Nullable Object old, @Nullable Object now, List<String> differences) {
        if (old instanceof Map<?, ?> was && now instanceof Map<?, ?> is && was.keySet().equals(is.keySet())) {
            was.forEach((key, value) -> compare(at + "." + key, value, is.get(key), differences));
        } else if (old instanceof Map<?, ?> was && now instanceof Map<?, ?> is && is.size() == was.size() + 1
                && is.keySet().containsAll(was.keySet())) {
            is.forEach((key, value) -> {
                if (was.containsKey(key)) {
                    compare(at + "." + key, was.get(key), value, differences);
                } else {
                    differences.add(at + "." + key + " added " + value);
                }
            });
        } else if (old instanceof List<?> was && now instanceof List<?> is && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compare(at + "[" + i + "]", was.get(i), is.get(i), differences);
            }
        } else if (!Objects.equals(old, now)) {
            if (old instanceof String was && now instanceof String is && was.contains("\n")) {
                compare(at + ">", load(was), load(is), differences);
            } else {
                differences.add(at + ": " + old + " -> " + now);
            }
        }
    }

    private static @Nullable Path corpus() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("shared/data/manifests");
            if (Files.isDirectory(found)) {
                return found;
            }
            folder = folder.getParent();
        }
        return null;
    }

}
