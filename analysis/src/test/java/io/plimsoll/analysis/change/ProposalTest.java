package io.plimsoll.analysis.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static io.plimsoll.analysis.change.SampleDesk.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Which value a wanted size is written to, on the sample case's clone.
class ProposalTest {
    private static final String VISION = "data-pipelines/vision/application.yaml";
    private static final String JOB = "multimodal-feature-extraction";

    @TempDir
    Path folder;
    private SampleDesk sample;

    @BeforeEach
    void build() throws Exception {
        sample = SampleDesk.build(folder);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private Proposal propose(String name, Size size) {
        return sample.propose(name, size);
    }

    @Test
    void thePlaceThatTakesEffectIsEdited() {
        assertThat(propose("ocr-workers", size(0.7, 4, 6)).added()).extracting(Intent::file, Intent::newValue)
                .containsExactly(
                        tuple("overlays/prod/kustomization.yaml", "6"),
                        tuple("overlays/prod/ocr-workers-size.yaml", "700m"));
        assertThat(propose("caption-encoder", size(1.5, 6, 6)).added()).extracting(Intent::file).containsOnly(
                "data-pipelines/caption/application.yaml").hasSize(3);
        Proposal flink = propose("audio-align", size(3, 12, 2));
        assertThat(flink.added()).extracting(Intent::path, Intent::newValue).containsExactly(
                tuple("spec.taskManager.resource.cpu", "3"),
                tuple("spec.taskManager.resource.memory", "12g"));
        assertThat(flink.notPossible()).extracting(NotPossible::code).containsExactly("FLINK_SLOTS");
        assertThat(propose("language-dedup", size(1, 3, 2)).added()).extracting(Intent::newValue)
                .containsExactly("2304m", "768m");
        assertThat(propose("lineage-sync", size(0.5, 3, 1)).added()).extracting(Intent::newValue).containsExactly("3Gi",
                "3Gi");
    }

    @Test
    void anAutoscalersBottomIsLoweredInsteadOfTheReplicas() {
        Proposal lower = propose("embedding-api", size(2, 4, 3));
        assertThat(lower.added()).extracting(Intent::path, Intent::oldValue, Intent::newValue)
                .containsExactly(tuple("spec.minReplicas", "6", "3"));
        assertThat(lower.remarks()).singleElement().asString().contains("autoscaler");
        assertThat(propose("embedding-api", size(2, 4, 20)).notPossible()).extracting(NotPossible::code)
                .containsExactly("AUTOSCALER");
        assertThat(propose("embedding-api", size(2, 4, 8)).notPossible()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        Size limited = new Size(1, OptionalDouble.of(2), Bytes.ofGi(4).count(), 0, 2);
        Proposal proposal = propose("kafka-connect", limited);
        assertThat(proposal.added()).isEmpty();
        assertThat(proposal.notPossible()).extracting(NotPossible::part, NotPossible::code).containsExactly(
                tuple(SizePart.CPU_LIMIT, "NO_KNOB"),
                tuple(SizePart.MEMORY_LIMIT, "NO_REMOVAL"));
    }

    @Test
    void aChartsOwnUnitIsKeptByRoundingUp() {
        assertThat(propose(JOB, size(1.3, 5.2, 9)).added()).extracting(Intent::newValue).containsExactly("2", "6Gi");
    }

    @Test
    void proposingTheOldSizeTakesTheIntentsOut() {
        propose(JOB, size(2, 8, 3));
        assertThat(propose(JOB, size(4, 16, 9)).added()).isEmpty();
        assertThat(sample.desk().current().items()).isEmpty();
    }

    @Test
    void theGuardsHearTheReplicasThatThePlanLeadsTo() {
        List<Integer> asked = new ArrayList<>();
        ObservedSource source = (workload, word, replicas, cancellation) -> {
            asked.add(replicas.orElse(-1));
            return List.of(new Observed(word, "", Bytes.ofGi(6), null, 21));
        };
        Path other = folder.resolve("other");
        List<Migration> migrations = Stream.of(Billing.migrations(), Telemetry.migrations(), Workloads.migrations(),
                ChangeDesk.migrations()).flatMap(List::stream).toList();
        try (Workspace workspace = Workspace.openOrCreate(other, migrations, WorkspaceOptions.of("none"))) {
            Billing billing = new Billing(workspace);
            Telemetry telemetry = new Telemetry(workspace);
            WorkspaceClone clone = new WorkspaceClone(workspace);
            clone.add(sample.cloned());
            Workloads workloads = new Workloads(workspace, billing, telemetry);
            ChangeDesk desk = new ChangeDesk(workspace, clone, telemetry, new TouchedWorkloads(workloads, source,
                    (workload, written, cancellation) -> Optional.empty()));
            desk.add(List.of(new Intent(VISION, 0, "spec.source.helm.values>sparkJob.replicas", "9", "3", JOB),
                    new Intent(VISION, 0, "spec.source.helm.values>sparkJob.memory", "16Gi", "6Gi", JOB)));
            assertThat(desk.preview(Progress.NONE, Cancellation.never()).guards())
                    .anyMatch(result -> result.rule().equals("memory-floor") && result.blocks());
            desk.tick(List.of(desk.current().items().getFirst().intent().place()), false);
            desk.preview(Progress.NONE, Cancellation.never());
            assertThat(asked).containsExactly(3, 9);
        }
    }
}
