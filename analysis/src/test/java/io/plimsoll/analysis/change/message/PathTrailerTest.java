package io.plimsoll.analysis.change.message;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PathTrailerTest {
    @ParameterizedTest
    @CsvSource(nullValues = "NULL", delimiter = '|', quoteCharacter = '~', value = {"a/b.yaml|spec.replicas|9|3",
        "a #1: b.yaml|metadata[\"a b\"]|x -> y|(none)", "a.yaml|a>b[name=c d].e|NULL|1", "ü.yaml|a|~~|->",
        "\"q\".yaml|a|\"q\"|\\back\\", "a:b.yaml|a.b|1 2|\"\"", "a.yaml|a|*/5 * * * *|0 3 * * *"})
    void saysTheSameWhenReadBack(String file, String path, String before, String after) {
        Intent intent = new Intent(file, 7, path, before, after, "w");
        EditPreview edit = new EditPreview(intent,
                new AppliedEdit(new Edit(7, ManifestPath.ROOT, before, after), before, after, 1, null, null), null,
                null,
                false);
        String written = PathTrailer.write(edit);
        assertThat(written).doesNotContain("\n");
        assertThat(PathTrailer.read(written, "w")).isEqualTo(new PathTrailer.Change(file, 7, path, before, after, "w"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.yaml", "a.yaml#x:p 1 -> 2", "a.yaml#0:p 1 2", "a.yaml#0:p 1 ->",
        "\"a.yaml#0:p 1 -> 2"})
    void refusesWhatIsNoPath(String text) {
        assertThatThrownBy(() -> PathTrailer.read(text, "")).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("TRAILER"));
    }
}
