package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Random documents, random targets, nasty values: what is written reads back, by a library of another making, as the one
/// change that was asked for.
class EditorAttackTest {
    private static final int DOCUMENTS = Integer.getInteger("attack.documents", 1_500);
    private static final long SEED = Long.getLong("attack.seed", 4711);
    private static final List<String> VALUES = List.of("yes", "1_000", "0o17", "1e3", "12:30", "null", "~", "", " lead",
            "trail ", "#", "# x", "a #b", "a: b", "a:", "- x", "7", "512Mi", "-", "?", "? x", "*a", "&a b", "!t", "{",
            "[x",
            "}", "a,b", "%x", "@x", "`x", "'", "\"", "\\", "\\n", "it's", "\uD83D\uDE00", "é", "0B11", "0x1p4", "<<",
            "=",
            "...", "---", "--- x", "true", "a\u00A0b", "a\uFEFFb", "\u3000", "a ] }", "x".repeat(3000));
    private static final List<String> REFUSED = List.of("a\nb", "a\rb", "a\tb", "a\u0085b", "a\u2028b", "a\u2029b",
            "\u0000", "\u001B[31m", "\u007F", "\uD800", "\uDC00x", "\uFFFE", "\uFFFF");

    private record Place(int document, ManifestPath path, String shown, Node node) {}

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void aRandomEditOfARandomDocumentChangesTheTargetAlone() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS && wrong.size() < 40; i++) {
            Random random = new Random(SEED + i);
            String text = new RandomYaml(random).file();
            List<Node> before;
            try {
                before = OtherReader.read(text);
            } catch (YAMLException | StackOverflowError e) {
                count("unreadable");
                continue;
            }
            List<Place> places = new ArrayList<>();
            for (int at = 0; at < before.size(); at++) {
                places(at, before.get(at), ManifestPath.ROOT, "#" + at, places, 0);
            }
            for (int tries = 0; tries < 4 && !places.isEmpty(); tries++) {
                Place place = places.get(random.nextInt(places.size()));
                String value = random.nextInt(12) == 0
                        ? REFUSED.get(random.nextInt(REFUSED.size()))
                        : VALUES.get(random.nextInt(VALUES.size()));
                String found;
                try {
                    found = attempt(text, before, place, value);
                } catch (RuntimeException e) {
                    found = "a defect: " + e;
                }
                if (!found.isEmpty()) {
                    wrong.add("seed " + (SEED + i) + " " + place.path + " := " + value + "\n" + found + "\n---8<---\n"
                            + text);
                }
            }
        }
        wrong.sort(Comparator.comparingInt(String::length));
        assertThat(String.join("\n=========\n", wrong)).as(counts.toString()).isEmpty();
        assertThat(counts.getOrDefault("set", 0) + counts.getOrDefault("added", 0)).isGreaterThan(DOCUMENTS / 2);
    }

    private static String edited(String text, String path, String value) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new String(ManifestEditor.apply("f.yaml", content,
                List.of(new Edit(0, ManifestPath.parse(path), null, value))).content(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: |\n  x", "a: |+\n  x", "a: >\n  x", "b:\n- |\n  x", "v: |-\n  a: |\n    x\n"})
    void nothingIsAddedBelowABlockThatEndsTheTextWithoutALineBreak(String text) {
        assertThatThrownBy(() -> edited(text, text.startsWith("v") ? "v>n" : "n", "1"))
                .hasMessageContaining("without a line break").extracting("code").isEqualTo("BLOCK_SCALAR");
    }

    @Test
    void aBlockThatIsStrippedOrEndsItsLineMayHaveAKeyBelow() {
        assertThat(edited("a: |-\n  x", "m", "1")).isEqualTo("a: |-\n  x\nm: 1");
        assertThat(edited("a: |\n  x\n", "m", "1")).isEqualTo("a: |\n  x\nm: 1\n");
    }

    @Test
    void whatTheApiTakesAsStringIsWrittenAsOne() {
        assertThat(edited("env:\n- name: X\n", "env[name=X].value", "5"))
                .isEqualTo("env:\n- name: X\n  value: \"5\"\n");
        assertThat(edited("env: [{name: X, value: }]\n", "env[name=X].value", "5"))
                .isEqualTo("env: [{name: X, value: \"5\" }]\n");
        assertThat(edited("args: [a, ~]\n", "args[1]", "5")).isEqualTo("args: [a, \"5\"]\n");
        assertThat(edited("labels: {a: b}\n", "labels.a", "0B11")).isEqualTo("labels: {a: \"0B11\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFE", "\uFFFF", "a\uD800", "\uD83F\uDFFE"})
    void whatIsNoCharacterIsRefusedBeforeItIsWritten(String value) {
        assertThatThrownBy(() -> edited("a: b\n", "a", value)).extracting("code").isEqualTo("MULTILINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: {b: 1}\n", "a:\n  b: 1\n"})
    void anAddedValueWithAHashInItIsTakenBack(String text) {
        String added = edited(text, "a.n", "x # y");
        byte[] back = ManifestEditor.withdraw("f.yaml", added.getBytes(StandardCharsets.UTF_8), 0,
                ManifestPath.parse("a.n"), "x # y");
        assertThat(new String(back, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private String attempt(String text, List<Node> before, Place place, String value) {
        boolean adds = place.node instanceof MappingNode;
        ManifestPath path = adds ? place.path.key("added") : place.path;
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        EditedManifest edited;
        try {
            edited = ManifestEditor.apply("f.yaml", content, List.of(new Edit(place.document, path, null, value)));
        } catch (StepFailure e) {
            count(e.code());
            return "";
        }
        String now = new String(edited.content(), StandardCharsets.UTF_8);
        if (REFUSED.contains(value)) {
            return "was not refused: " + now;
        }
        List<Node> after;
        try {
            after = OtherReader.read(now);
        } catch (YAMLException e) {
            return "can't be read by another: " + e.getMessage() + "\n" + now;
        }
        if (edited.edits().getFirst().inserted()) {
            count("added");
            return added(content, place, edited, before, after, value);
        }
        count("set");
        return set(text, now, place, before, after, value);
    }

    private String added(byte[] content, Place place, EditedManifest edited, List<Node> before, List<Node> after,
            String value) {
        String now = new String(edited.content(), StandardCharsets.UTF_8);
        List<String> differences = OtherReader.differences(before, after);
        if (!differences.equals(List.of(place.shown + ".added added"))) {
            return "differs in " + differences + "\n" + now;
        }
        AppliedEdit applied = edited.edits().getFirst();
        byte[] back;
        try {
            back = ManifestEditor.withdraw("f.yaml", edited.content(), place.document, applied.added(), value);
        } catch (StepFailure e) {
            count("withdraw " + e.code());
            return "";
        }
        boolean hadKeys = !((MappingNode) place.node).getValue().isEmpty();
        String undone = new String(back, StandardCharsets.UTF_8);
        if (hadKeys && !undone.equals(new String(content, StandardCharsets.UTF_8))) {
            return "withdrawn to other bytes:\n" + undone + "\nfrom:\n" + now;
        }
        List<String> left = OtherReader.differences(before, OtherReader.read(undone));
        return left.isEmpty() ? "" : "withdrawal left " + left + "\n" + undone;
    }

    private static String set(String text, String now, Place place, List<Node> before, List<Node> after, String value) {
        ScalarNode was = (ScalarNode) place.node;
        List<String> differences = OtherReader.differences(before, after);
        if (differences.size() > 1
                || differences.size() == 1 && !differences.getFirst().startsWith(place.shown + ": ")) {
            return "differs in " + differences + "\n" + now;
        }
        if (differences.isEmpty() && !was.getValue().equals(value)) {
            return "did not change\n" + now;
        }
        if (differences.size() == 1 && was.getTag().equals(Tag.STR) && !was.getValue().startsWith("0o")
                && differences.getFirst().contains(" as ")) {
            return "a string became " + differences + "\n" + now;
        }
        if (comments(text) - comments(was.getValue()) != comments(now) - comments(value)) {
            return "comments\n" + now;
        }
        return "";
    }

    private static long comments(String text) {
        return text.chars().filter(unit -> unit == '#').count();
    }

    private static void places(int document, Node node, ManifestPath path, String shown, List<Place> found, int depth) {
        if (depth > 12) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            found.add(new Place(document, path, shown, node));
            for (NodeTuple entry : mapping.getValue()) {
                String key = OtherReader.key(entry);
                places(document, entry.getValueNode(), path.key(key), shown + "." + key, found, depth + 1);
            }
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                places(document, list.getValue().get(i), path.index(i), shown + "[" + i + "]", found, depth + 1);
            }
        } else if (node instanceof ScalarNode scalar) {
            found.add(new Place(document, path, shown, node));
            if (scalar.getValue().contains("\n")) {
                try {
                    List<Node> inner = OtherReader.read(scalar.getValue());
                    if (inner.size() == 1) {
                        places(document, inner.getFirst(), path.nested(), shown + ">#0", found, depth + 1);
                    }
                } catch (YAMLException e) {
                    return;
                }
            }
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
