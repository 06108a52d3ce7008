package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.manifest.ManifestEditorTest.edited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Which edits are not made.
class EditRefusalsTest {
    static Stream<Arguments> refusals() {
        String mac = "sops:\n  mac: ENC[x]\n";
        return Stream.of(Arguments.of("ALIAS", "a: &x 1\nb: *x\n", "a"), Arguments.of("ALIAS", "a: &x 1\nb: *x\n", "b"),
                Arguments.of("ALIAS", "a: &x {c: 1}\nb: *x\n", "a.c"),
                Arguments.of("ALIAS", "a: &x {c: 1}\nb: *x\n", "b.c"),
                Arguments.of("ALIAS", "a: &x {c: 1}\nb:\n  <<: *x\n", "b.c"),
                Arguments.of("ALIAS", "a: &x {c: 1}\nb: *x\n", "a.d"),
                Arguments.of("ALIAS", "a: &x |\n  c: 1\nb: *x\n", "a>c"),
                Arguments.of("DUP_KEY", "a: 1\na: 2\n", "a"), Arguments.of("DUP_KEY", "a: {b: 1}\na: {b: 2}\n", "a.b"),
                Arguments.of("DUP_KEY", "a:\n- name: x\n  v: 1\n- name: x\n  v: 2\n", "a[name=x].v"),
                Arguments.of("TEMPLATE", "a: {{ .Values.x }}\n", "a"),
                Arguments.of("TEMPLATE", "a: \"{{ .Values.x }}\"\n", "a"), Arguments.of("TEMPLATE", "a: ${X}\n", "a"),
                Arguments.of("TEMPLATE", "a: {{ .x }}Gi\nb: 1\n", "b"),
                Arguments.of("TEMPLATE", "{{- if .x }}\nb: 1\n{{- end }}\n", "b"),
                Arguments.of("TEMPLATE", "v: |\n  {{- if .x }}\n  b: 1\n", "v>b"),
                Arguments.of("SOPS", "a: 1\n" + mac, "a"),
                Arguments.of("SOPS", "a: ENC[AES256_GCM,data:x]\n" + mac + "  mac_only_encrypted: true\n", "a"),
                Arguments.of("LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "size"),
                Arguments.of("FOLDED", "v: >\n  a: 1\n", "v>a"), Arguments.of("FOLDED", "v: >-\n  a\n", "v"),
                Arguments.of("BLOCK_SCALAR", "v: |\n  a\n", "v"), Arguments.of("BLOCK_SCALAR", "v: \"a: 1\"\n", "v>a"),
                Arguments.of("MULTILINE", "a: one\n  two\n", "a"),
                Arguments.of("MULTILINE", "a: \"one\n  two\"\n", "a"),
                Arguments.of("EXPLICIT_KEY", "? a\n: 1\n", "a"), Arguments.of("EXPLICIT_KEY", "? a\n: 1\n", "b"),
                Arguments.of("PARSE", "a: [1\nb: 2\n", "b"), Arguments.of("PARSE", "a:\n\t- 1\n", "a"),
                Arguments.of("PROOF_FAILED", "r: {a, b: 1}\n", "r.a"),
                Arguments.of("PARSE", "a: " + "[".repeat(5000) + "]".repeat(5000), "a"),
                Arguments.of("NO_SUCH_PATH", "a: 1\n", "a.b"), Arguments.of("NO_SUCH_PATH", "a: [1]\n", "a[1]"),
                Arguments.of("NO_SUCH_PATH", "a: {b: 1}\n", "a"), Arguments.of("NO_SUCH_PATH", "a: []\n", "a.b"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void whatCouldReachFurtherIsRefused(String code, String text, String path) {
        assertThatThrownBy(() -> edited(text, path, "9")).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.REFUSED);
            assertThat(failure.message()).contains("f.yaml");
        });
    }

    @Test
    void bytesThatAreNotUtf8AndFilesAboveOneMebibyteAreRefused() {
        Edit edit = new Edit(0, ManifestPath.parse("a"), null, "2");
        assertThatThrownBy(() -> ManifestEditor.apply("f", new byte[]{'a', ':', ' ', (byte) 0xff}, List.of(edit)))
                .isInstanceOfSatisfying(StepFailure.class, it -> assertThat(it.code()).isEqualTo("NOT_UTF8"));
        assertThatThrownBy(() -> ManifestEditor.apply("f", new byte[(1 << 20) + 1], List.of(edit)))
                .isInstanceOfSatisfying(StepFailure.class, it -> assertThat(it.code()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void aKeyThatSomebodyChangedSinceIsNotTakenOut() {
        for (String text : List.of("r:\n  a: 2\n", "r:\n  a: 1 # mine\n", "r:\n  a:\n    b: 1\n    c: 2\n")) {
            assertThatThrownBy(() -> ManifestEditor.withdraw("f.yaml", text.getBytes(StandardCharsets.UTF_8), 0,
                    ManifestPath.parse("r.a"), "1")).isInstanceOfSatisfying(StepFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("STALE_OLD_VALUE"));
        }
    }

    @Test
    void aValueThatIsNoLongerWhatItWasIsNotOverwritten() {
        byte[] content = "a: 1\n".getBytes(StandardCharsets.UTF_8);
        for (String path : List.of("a", "b")) {
            Edit edit = new Edit(0, ManifestPath.parse(path), "2", "3");
            assertThatThrownBy(() -> ManifestEditor.apply("f", content, List.of(edit))).isInstanceOfSatisfying(
                    StepFailure.class, failure -> assertThat(failure.code()).isEqualTo("STALE_OLD_VALUE"));
        }
    }

    @Test
    void twoEditsOfOnePlaceAreWrongUsage() {
        Edit edit = new Edit(0, ManifestPath.parse("a"), null, "2");
        Edit added = new Edit(0, ManifestPath.parse("b"), null, "2");
        for (Edit twice : List.of(edit, added)) {
            assertThatThrownBy(() -> ManifestEditor.apply("f", "a: 1\n".getBytes(StandardCharsets.UTF_8),
                    List.of(twice, twice))).isInstanceOfSatisfying(StepFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("SAME_PLACE"));
        }
    }
}
