package io.plimsoll.analysis.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.Clones;
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
        return desk.whatIf().rendered(desk.preview(Progress.NONE, Cancellation.never()), Cancellation.never());
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

    @Test
    void applicationsOfOtherRepositoriesAreForeignBeforeAndAfter() throws IOException {
        Path clone = Clones.build(folder.resolve("other"), Map.of("apps/ours.yaml", application("ours", "platform"),
                "apps/theirs.yaml", application("theirs", "elsewhere"), "platform/web.yaml",
                deployment("web"), "elsewhere/job.yaml", deployment("job")));
        Files.writeString(clone.resolve(".git/config"),
                "[remote \"origin\"]\n\turl = git@example.org:team/platform.git\n", StandardOpenOption.APPEND);
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("second"))) {
            workbench.repository().add(clone);
            ChangeDesk desk = workbench.changes();
            desk.add(List.of(new Intent("platform/web.yaml", 0, "spec.replicas", "4", "3", "web")));
            assertThat(desk.whatIf().rendered(desk.preview(Progress.NONE, Cancellation.never()), Cancellation.never()))
                    .extracting(change -> change.field().name()).containsExactly("web");
        }
    }

    private static String application(String name, String repository) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: " + name
                + ", namespace: argocd}\nspec:\n  destination: {namespace: " + name
                + "}\n  source: {repoURL: https://example.org/team/" + repository + ".git, path: " + repository + "}\n";
    }

    private static String deployment(String name) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + "}\nspec:\n  replicas: 4\n";
    }
}
