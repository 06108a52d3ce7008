package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestEditorTest {
    static String edited(String text, String path, String value) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Edit edit = new Edit(0, ManifestPath.parse(path), null, value);
        return new String(ManifestEditor.apply("f.yaml", content, List.of(edit)).content(), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> replacements() {
        return Stream.of(Arguments.of("plain", "a: 1\nb: 2\n", "a", "7", "a: 7\nb: 2\n"),
                Arguments.of("no final newline", "a:\n  b: 1", "a.b", "22", "a:\n  b: 22"),
                Arguments.of("double quotes stay", "a: \"2\" # why\n", "a", "3", "a: \"3\" # why\n"),
                Arguments.of("single quotes stay", "a: '2'\n", "a", "it's", "a: 'it''s'\n"),
                Arguments.of("escapes in double quotes", "a: \"x\"\n", "a", "q\"\\", "a: \"q\\\"\\\\\"\n"),
                Arguments.of("CRLF", "a: 1\r\nb: 2\r\n", "b", "3", "a: 1\r\nb: 3\r\n"),
                Arguments.of("byte order mark and CRLF", "\uFEFFa: 1\r\nb: 2\r\n", "b", "3",
                        "\uFEFFa: 1\r\nb: 3\r\n"),
                Arguments.of("mixed line ends", "a: 1\r\nb: 2\nc: 3\r\n", "b", "33", "a: 1\r\nb: 33\nc: 3\r\n"),
                Arguments.of("beyond the basic plane", "x: \"\uD83D\uDE00\uD83D\uDE00\" # \uD83D\uDE80\na: 1\n", "a",
                        "2", "x: \"\uD83D\uDE00\uD83D\uDE00\" # \uD83D\uDE80\na: 2\n"),
                Arguments.of("flow", "r: {cpu: 1, memory: 2Gi}\n", "r.cpu", "500m", "r: {cpu: 500m, memory: 2Gi}\n"),
                Arguments.of("flow with trailing comma", "r: {cpu: 1, memory: 2Gi,}\n", "r.memory", "3Gi",
                        "r: {cpu: 1, memory: 3Gi,}\n"),
                Arguments.of("flow list", "r: [a, {n: x, v: 1}]\n", "r[n=x].v", "2", "r: [a, {n: x, v: 2}]\n"),
                Arguments.of("JSON", "{\"a\": {\"b\": 1}}", "a.b", "2", "{\"a\": {\"b\": 2}}"),
                Arguments.of("list item by name", "c:\n- name: a\n  v: 1\n- name: b\n  v: 1\n", "c[name=b].v", "2",
                        "c:\n- name: a\n  v: 1\n- name: b\n  v: 2\n"),
                Arguments.of("empty value", "a:\nb: 1\n", "a", "2", "a: 2\nb: 1\n"),
                Arguments.of("empty value before a comment", "a: # none\n", "a", "2", "a: 2 # none\n"),
                Arguments.of("null", "a: ~\n", "a", "2Gi", "a: 2Gi\n"),
                Arguments.of("a string stays a string", "a: 500m\n", "a", "1", "a: \"1\"\n"),
                Arguments.of("a string that YAML 1.1 takes for a truth", "a: foo\n", "a", "yes", "a: \"yes\"\n"),
                Arguments.of("a schedule stays plain", "s: 0 1 * * *\n", "s", "0 2 * * *", "s: 0 2 * * *\n"),
                Arguments.of("a schedule that starts with a star", "s: 0 1 * * *\n", "s", "*/5 * * * *",
                        "s: \"*/5 * * * *\"\n"),
                Arguments.of("tagged", "a: !!str 5 # c\n", "a", "6", "a: !!str 6 # c\n"),
                Arguments.of("anchor that nobody uses", "a: &x 5\n", "a", "6", "a: &x 6\n"),
                Arguments.of("dotted key", "c:\n  spark.executor.memory: 2g\n", "c[\"spark.executor.memory\"]", "3g",
                        "c:\n  spark.executor.memory: 3g\n"),
                Arguments.of("carriage returns alone", "a: 1\rb: 2\r", "b", "3", "a: 1\rb: 3\r"),
                Arguments.of("behind a document's end", "a: 1\n...\n---\nb: 1\n", "a", "2", "a: 2\n...\n---\nb: 1\n"),
                Arguments.of("empty value in braces", "r: {a: , b: 1}\n", "r.a", "2", "r: {a: 2 , b: 1}\n"),
                Arguments.of("a hash that starts no comment", "a: x#y # c\n", "a", "z", "a: z # c\n"),
                Arguments.of("beyond the basic plane in the key", "\uD83D\uDE00: {a: 1, b: 2}\n",
                        "[\"\uD83D\uDE00\"].b", "3",
                        "\uD83D\uDE00: {a: 1, b: 3}\n"),
                Arguments.of("JSON on one line", "{\"kind\":\"X\",\"spec\":{\"replicas\":3,\"x\":[1]}}",
                        "spec.replicas", "4",
                        "{\"kind\":\"X\",\"spec\":{\"replicas\":4,\"x\":[1]}}"),
                Arguments.of("JSON with tabs", "{\n\t\"a\": {\n\t\t\"b\": \"x\"\n\t}\n}\n", "a.b", "y",
                        "{\n\t\"a\": {\n\t\t\"b\": \"y\"\n\t}\n}\n"),
                Arguments.of("labels are strings", "labels:\n  a: ~\n", "labels.a", "4711", "labels:\n  a: \"4711\"\n"),
                Arguments.of("sealed by sops, but not this value", "a: 1\nsops: {mac: x, mac_only_encrypted: true}\n",
                        "a",
                        "2", "a: 2\nsops: {mac: x, mac_only_encrypted: true}\n"),
                Arguments.of("duplicate keys elsewhere", "x: 1\nx: 2\na: 1\n", "a", "3", "x: 1\nx: 2\na: 3\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replacements")
    void onlyTheValueChanges(String name, String text, String path, String value, String expected) {
        assertThat(edited(text, path, value)).isEqualTo(expected);
    }

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("literal", "v: |\n  a: 1 # c\n  b: 2\nw: 3\n", "v>b", "5",
                        "v: |\n  a: 1 # c\n  b: 5\nw: 3\n"),
                Arguments.of("stripped", "v: |-\n    a: 1\n    b: 2", "v>b", "5", "v: |-\n    a: 1\n    b: 5"),
                Arguments.of("kept", "v: |+\n  a: 1\n\n\nw: 2\n", "v>a", "5", "v: |+\n  a: 5\n\n\nw: 2\n"),
                Arguments.of("indentation indicator", "v: |2\n    a: 1\n    b: 2\nw: 1\n", "v>b", "5",
                        "v: |2\n    a: 1\n    b: 5\nw: 1\n"),
                Arguments.of("indicator and chomping", "v: |2-\n   a:\n    b: 2\nw: 1\n", "v>a.b", "5",
                        "v: |2-\n   a:\n    b: 5\nw: 1\n"),
                Arguments.of("CRLF", "v: |\r\n  a: 1\r\n  b: 2\r\n", "v>b", "5", "v: |\r\n  a: 1\r\n  b: 5\r\n"),
                Arguments.of("blank lines without indentation", "v: |\n  a: 1\n\n  b: 2\n", "v>b", "5",
                        "v: |\n  a: 1\n\n  b: 5\n"),
                Arguments.of("three deep", "v: |\n  w: |\n    x: |-\n      y: 1\n  z: 2\n", "v>w>x>y", "5",
                        "v: |\n  w: |\n    x: |-\n      y: 5\n  z: 2\n"),
                Arguments.of("beyond the basic plane", "v: |\n  a: \uD83D\uDE00\n  b: 2\n", "v>b", "5",
                        "v: |\n  a: \uD83D\uDE00\n  b: 5\n"),
                Arguments.of("anchored block", "v: &b |\n  a: 1\n", "v>a", "5", "v: &b |\n  a: 5\n"),
                Arguments.of("insert", "v: |\n  r:\n    a: 1\n\n  # tail\nw: 3\n", "v>r.b", "5",
                        "v: |\n  r:\n    a: 1\n    b: 5\n\n  # tail\nw: 3\n"),
                Arguments.of("insert with CRLF", "v: |\r\n  a: 1\r\nw: 2\r\n", "v>c.d", "5",
                        "v: |\r\n  a: 1\r\n  c:\r\n    d: 5\r\nw: 2\r\n"),
                Arguments.of("insert under an indentation indicator", "v: |2\n    a: 1\nw: 1\n", "v>b", "5",
                        "v: |2\n    a: 1\n    b: 5\nw: 1\n"),
                Arguments.of("insert into a stripped block at the end", "v: |-\n  a:\n      b: 1", "v>a.c", "5",
                        "v: |-\n  a:\n      b: 1\n      c: 5"),
                Arguments.of("insert into a kept block", "v: |+\n  a: 1\n\n\nw: 2\n", "v>b", "5",
                        "v: |+\n  a: 1\n  b: 5\n\n\nw: 2\n"),
                Arguments.of("insert two deep", "v: |\n  w: |-\n    x:\n     y: 1\n  z: 2\n", "v>w>x.q.r", "5",
                        "v: |\n  w: |-\n    x:\n     y: 1\n     q:\n      r: 5\n  z: 2\n"),
                Arguments.of("expand braces inside", "v: |\n  r: {} # none\nw: 1\n", "v>r.a", "5",
                        "v: |\n  r: # none\n    a: 5\nw: 1\n"),
                Arguments.of("mixed line ends", "v: |\n  a: 1\r\n  b: 2\nw: 1\r\n", "v>b", "5",
                        "v: |\n  a: 1\r\n  b: 5\nw: 1\r\n"),
                Arguments.of("list of patches", "p:\n- patch: |-\n    - op: replace\n      value: 3\n",
                        "p[0].patch>[0].value",
                        "5", "p:\n- patch: |-\n    - op: replace\n      value: 5\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nested")
    void yamlInALiteralBlockIsEditedInPlace(String name, String text, String path, String value, String expected) {
        assertThat(edited(text, path, value)).isEqualTo(expected);
    }

    static Stream<Arguments> insertions() {
        return Stream.of(
                Arguments.of("beside others", "r:\n  cpu: 1\n# next\nx: 1\n", "r.memory", "1Gi",
                        "r:\n  cpu: 1\n  memory: 1Gi\n# next\nx: 1\n"),
                Arguments.of("without final newline", "r:\n  cpu: 1", "r.memory", "1Gi", "r:\n  cpu: 1\n  memory: 1Gi"),
                Arguments.of("byte order mark", "\uFEFFa: 1\n", "b", "2", "\uFEFFa: 1\nb: 2\n"),
                Arguments.of("behind a trailing comment", "r:\n  cpu: 1 # c\nx: 1\n", "r.m", "2",
                        "r:\n  cpu: 1 # c\n  m: 2\nx: 1\n"),
                Arguments.of("parents too, in the file's indentation", "r:\n    l:\n        a: 1\n", "r.q.cpu", "2",
                        "r:\n    l:\n        a: 1\n    q:\n        cpu: 2\n"),
                Arguments.of("list item", "c:\n- name: a\n  image: b\n- name: c\n", "c[name=a].r.cpu", "2",
                        "c:\n- name: a\n  image: b\n  r:\n    cpu: 2\n- name: c\n"),
                Arguments.of("empty braces", "r: {}\nx: 1\n", "r.cpu", "2", "r:\n  cpu: 2\nx: 1\n"),
                Arguments.of("empty braces before a comment", "r: {} # none\nx: 1\n", "r.q.cpu", "2",
                        "r: # none\n  q:\n    cpu: 2\nx: 1\n"),
                Arguments.of("no value", "r:\nx: 1\n", "r.cpu", "2", "r:\n  cpu: 2\nx: 1\n"),
                Arguments.of("null", "r: null\nx: 1\n", "r.cpu", "2", "r:\n  cpu: 2\nx: 1\n"),
                Arguments.of("root braces", "{}\n", "r.cpu", "2", "r:\n  cpu: 2\n"),
                Arguments.of("flow", "r: {cpu: 1}\n", "r.memory", "1Gi", "r: {cpu: 1, memory: 1Gi}\n"),
                Arguments.of("flow with trailing comma", "r: {cpu: 1,}\n", "r.memory", "1Gi",
                        "r: {cpu: 1, memory: 1Gi,}\n"),
                Arguments.of("flow parents", "r: {cpu: 1}\n", "r.q.memory", "1Gi", "r: {cpu: 1, q: {memory: 1Gi}}\n"),
                Arguments.of("empty braces in flow", "r: {q: {}}\n", "r.q.cpu", "2", "r: {q: {cpu: 2}}\n"),
                Arguments.of("JSON over lines", "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n", "c", "2Gi",
                        "{\n  \"a\": 1,\n  \"b\": \"x\",\n  \"c\": \"2Gi\"\n}\n"),
                Arguments.of("flow over lines with a comment", "r: {\n  a: 1 # one\n}\n", "r.b", "2",
                        "r: {\n  a: 1, # one\n  b: 2\n}\n"),
                Arguments.of("behind a block scalar", "r:\n  s: |\n    x\n\n\ny: 1\n", "r.t", "2",
                        "r:\n  s: |\n    x\n  t: 2\n\n\ny: 1\n"),
                Arguments.of("behind a block scalar that keeps its blank lines", "r:\n  s: |+\n    x\n\ny: 1\n", "r.t",
                        "2", "r:\n  s: |+\n    x\n\n  t: 2\ny: 1\n"),
                Arguments.of("mixed line ends", "r:\r\n  cpu: 1\nx: 1\r\n", "r.m", "2",
                        "r:\r\n  cpu: 1\n  m: 2\nx: 1\r\n"),
                Arguments.of("JSON on one line", "{\"a\":{\"b\":1}}", "a.c", "x", "{\"a\":{\"b\":1, \"c\": \"x\"}}"),
                Arguments.of("trailing comma over lines", "r: {\n  a: 1,\n}\n", "r.b", "2",
                        "r: {\n  a: 1,\n  b: 2,\n}\n"),
                Arguments.of("no value, in the file's own step", "m:\n    n: 1\nr:\nx: 1\n", "r.cpu", "2",
                        "m:\n    n: 1\nr:\n    cpu: 2\nx: 1\n"),
                Arguments.of("second document only", "a: 1\n---\n", "b", "2", "a: 1\nb: 2\n---\n"),
                Arguments.of("a label that looks like a number", "labels:\n  a: b\n", "labels.cost-center", "4711",
                        "labels:\n  a: b\n  cost-center: \"4711\"\n"),
                Arguments.of("a label that looks like a truth", "m: {n: 1}\n", "m.labels.on-call", "yes",
                        "m: {n: 1, labels: {on-call: \"yes\"}}\n"),
                Arguments.of("quoted like its siblings", "r:\n  cpu: \"1\"\n", "r.gpu", "2",
                        "r:\n  cpu: \"1\"\n  gpu: \"2\"\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("insertions")
    void aMissingKeyIsAdded(String name, String text, String path, String value, String expected) {
        assertThat(edited(text, path, value)).isEqualTo(expected);
    }

    /// Where nothing was there before, `{}` is what stays.
    @ParameterizedTest(name = "{0}")
    @MethodSource("insertions")
    void anAddedKeyCanBeTakenOutAgain(String name, String before, String path, String value, String after) {
        byte[] content = before.getBytes(StandardCharsets.UTF_8);
        EditedManifest edited = ManifestEditor.apply("f.yaml", content,
                List.of(new Edit(0, ManifestPath.parse(path), null, value)));
        ManifestPath added = Objects.requireNonNull(edited.edits().getFirst().added());
        String taken = new String(ManifestEditor.withdraw("f.yaml", edited.content(), 0, added, value),
                StandardCharsets.UTF_8);
        assertThat(taken.replace("r: {}", "r:").replace("r: { }", "r:"))
                .isEqualTo(before.replace("r: {}", "r:").replace("r: null", "r:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_000", "0o17", "017", "1e3", "0x1F", "yes", "No", "on", "true", "~", "null", "12:30:45",
        "190:20", "2026-11-26", ".inf", ".NaN", "+1", "1.", "0b11", "y", ""})
    void aTextStaysATextForReadersOfYaml11And12(String value) {
        String after = edited("v: text\nw: 'text'\n", "v", value);
        assertThat(after).isEqualTo("v: \"" + value + "\"\nw: 'text'\n");
        assertThat(OtherReader.differences(OtherReader.read("v: text\nw: 'text'\n"), OtherReader.read(after)))
                .containsExactly("#0.v: text -> " + value);
    }

    @Test
    void severalEditsAreOne() {
        String text = "a: 1 # one\n---\nr:\n  cpu: 500m\n  x: |\n    n: 1\n---\n";
        List<Edit> edits = List.of(new Edit(1, ManifestPath.parse("r.limits.cpu"), null, "2"),
                new Edit(0, ManifestPath.parse("a"), "1", "10"),
                new Edit(1, ManifestPath.parse("r.cpu"), "500m", "250m"),
                new Edit(1, ManifestPath.parse("r.limits.memory"), null, "1Gi"),
                new Edit(1, ManifestPath.parse("r.x>n"), null, "3"));
        EditedManifest edited = ManifestEditor.apply("f", text.getBytes(StandardCharsets.UTF_8), edits);
        assertThat(new String(edited.content(), StandardCharsets.UTF_8)).isEqualTo("a: 10 # one\n---\nr:\n  cpu: 250m\n"
                + "  x: |\n    n: 3\n  limits:\n    cpu: 2\n    memory: 1Gi\n---\n");
        assertThat(edited.edits()).extracting(AppliedEdit::edit).containsExactlyElementsOf(edits);
        assertThat(edited.edits()).extracting(AppliedEdit::line).containsExactly(8, 1, 4, 9, 6);
        assertThat(edited.edits()).extracting(AppliedEdit::inserted).containsExactly(true, false, false, true, false);
        assertThat(edited.edits().get(1).staleComment()).isEqualTo("one");
    }
}
