package io.plimsoll.analysis.change;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// What deployers make of edits of the sample case.
class RenderedChangeTest {
    private static final String VISION = "data-pipelines/vision/application.yaml";
    private static final String JOB = "multimodal-feature-extraction";
    @TempDir
    Path folder;
    private SampleDesk sample;

    @BeforeEach
    void open() {
        sample = SampleDesk.build(folder);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private List<RenderedChange> rendered(Intent... intents) {
        ChangeDesk desk = sample.desk();
        desk.add(List.of(intents));
        return desk.rendered(desk.preview(Progress.NONE, Cancellation.never()), Cancellation.never());
    }

    @Test
    void anInlineValueIsSeenInTheObjectThatTheChartMakes() {
        assertThat(rendered(
                new Intent(VISION, 0, "spec.source.helm.values>sparkJob.replicas", "9", "3", JOB))).singleElement()
                .satisfies(change -> {
                    assertThat(change.field().kind()).isEqualTo("SparkApplication");
                    assertThat(change.field().name()).isEqualTo(JOB);
                    assertThat(change.before()).isNotNull();
                    assertThat(change.before().value()).isEqualTo("9");
                    assertThat(change.field().value()).isEqualTo("3");
                    assertThat(change.isOf(VISION)).isTrue();
                });
    }

    @Test
    void aFieldThatIsAddedIsSeenAsNew() {
        assertThat(rendered(new Intent("audio/speech-vad.yaml", 0,
                "spec.template.spec.containers[name=vad].resources.limits.cpu", null, "2", "speech-vad")))
                .singleElement().satisfies(change -> {
                    assertThat(change.before()).isNull();
                    assertThat(change.field().field()).isEqualTo("cpu-limit");
                    assertThat(change.field().value()).isEqualTo("2");
                });
    }
}
