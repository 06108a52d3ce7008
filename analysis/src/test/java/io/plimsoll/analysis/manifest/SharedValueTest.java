package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedValueTest {
    private static final String MERGED = "base: &b\n  cpu: 1 # one\n  memory: 1Gi\nweb:\n  <<: *b\n  memory: 2Gi\njob:\n  <<: *b\n";

    private static String edited(String text, String path, String value, Sharing sharing) {
        Edit edit = new Edit(0, ManifestPath.parse(path), null, value);
        return new String(ManifestEditor.apply("f.yaml", text.getBytes(StandardCharsets.UTF_8), List.of(edit), sharing)
                .content(), StandardCharsets.UTF_8);
    }

    @Test
    void theRefusalNamesEveryPlaceThatUsesTheValue() {
        assertThatThrownBy(() -> edited("a: &x 1\nb: *x\nc: [*x]\n", "a", "2", Sharing.REFUSE))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("ALIAS");
                    assertThat(failure.message()).contains("f.yaml:2, f.yaml:3");
                    assertThat(failure.remedy()).contains("--shared anchor", "--shared override");
                });
        assertThatThrownBy(() -> edited(MERGED, "web.cpu", "2", Sharing.REFUSE)).isInstanceOfSatisfying(
                StepFailure.class,
                failure -> assertThat(failure.message()).contains("f.yaml:5", "f.yaml:1", "overridden"));
    }

    @Test
    void aMergedValueIsOverriddenInItsOwnPlace() {
        assertThat(edited(MERGED, "web.cpu", "2", Sharing.OVERRIDE))
                .isEqualTo(MERGED.replace("  memory: 2Gi\n", "  memory: 2Gi\n  cpu: 2\n"));
        assertThat(edited("b: &b {cpu: 1}\nw: {<<: *b}\n", "w.cpu", "2", Sharing.OVERRIDE))
                .isEqualTo("b: &b {cpu: 1}\nw: {<<: *b, cpu: 2}\n");
    }

    @Test
    void aValueIsChangedAtItsAnchorForAll() {
        assertThat(edited(MERGED, "web.cpu", "2", Sharing.ANCHOR)).isEqualTo(MERGED.replace("cpu: 1", "cpu: 2"));
        assertThat(edited("a: &x 1\nb: *x\n", "b", "2", Sharing.ANCHOR)).isEqualTo("a: &x 2\nb: *x\n");
        assertThat(edited("a: &x {c: {d: 1}}\nb: *x\n", "b.c.d", "2", Sharing.ANCHOR))
                .isEqualTo("a: &x {c: {d: 2}}\nb: *x\n");
        assertThat(edited("a: &x |\n  c: 1\nb: *x\n", "a>c", "2", Sharing.ANCHOR))
                .isEqualTo("a: &x |\n  c: 2\nb: *x\n");
    }

    /// Merging is shallow: with a key `limits` of its own, `w` would have no memory.
    @Test
    void aPartOfAMergedMappingIsNotOverridden() {
        String text = "b: &b\n  limits: {cpu: 1, memory: 1Gi}\nw:\n  <<: *b\n";
        assertThatThrownBy(() -> edited(text, "w.limits.cpu", "2", Sharing.OVERRIDE)).isInstanceOfSatisfying(
                StepFailure.class, failure -> assertThat(failure.message()).contains("would lose the rest"));
    }

    @ParameterizedTest
    @CsvSource({"b", "b.c"})
    void anAliasIsNoPlaceToOverride(String path) {
        assertThatThrownBy(() -> edited("a: &x {c: 1}\nb: *x\n", path, "2", Sharing.OVERRIDE))
                .isInstanceOfSatisfying(StepFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("ALIAS"));
    }

    @ParameterizedTest
    @EnumSource(Sharing.class)
    void anAnchorThatMergesItselfDoesNotHang(Sharing sharing) {
        assertThatThrownBy(() -> edited("a: &a\n  <<: *a\n  b: *a\n", "a.b.b.b.c.d", "1", sharing))
                .isInstanceOf(StepFailure.class);
    }

    @Test
    void theAuthorsUnitIsKeptAtTheAnchorToo() {
        byte[] content = "l: &l {cpu: 500m, memory: 1Gi}\na: {resources: {limits: *l}}\n"
                .getBytes(StandardCharsets.UTF_8);
        Edit edit = ManifestEditor.proposed("values.yaml", content, 0,
                ManifestPath.parse("a.resources.limits.cpu"), "2", Sharing.ANCHOR);
        assertThat(edit.newValue()).isEqualTo("2000m");
    }
}
