package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Effects;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.RevertEffect;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What single edits of the sample case's manifests save and risk.
class ChangeEffectsTest {
    private static final String VISION = "data-pipelines/vision/application.yaml";
    private static final String JOB = "multimodal-feature-extraction";
    private static final Intent REPLICAS = new Intent(VISION, 0, "spec.source.helm.values>sparkJob.replicas", "9", "3",
            JOB);
    private static final Intent MEMORY = new Intent(VISION, 0, "spec.source.helm.values>sparkJob.memory", "16Gi", "1Gi",
            JOB);
    private static final Intent DISK = new Intent(VISION, 0, "spec.source.helm.values>sparkJob.dataVolume.size",
            "500Gi", "600Gi", JOB);
    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void open() throws IOException {
        workbench = SampleWorkbench.open(folder, true, true);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private Effects effects(Intent... intents) {
        ChangeDesk desk = workbench.changes();
        desk.clear();
        desk.add(List.of(intents));
        return desk.whatIf().effects(desk.preview(Progress.NONE, Cancellation.never()), Cancellation.never());
    }

    @Test
    void anEditIsWorthWhatTheBillSaysOfItsShare() {
        Effects effects = effects(REPLICAS, MEMORY);
        BigDecimal cost = workbench.rightsizing()
                .advise(AdviceQuery.of(JOB), Progress.NONE, Cancellation.never()).getFirst()
                .monthlyNow().amount();
        // A third of the replicas cost a third.
        assertThat(effects.of(REPLICAS).orElseThrow().monthly().amount().negate())
                .isCloseTo(cost.multiply(new BigDecimal("0.6666666667")), within(new BigDecimal("0.01")));
        BigDecimal together = effects.byWorkload().get(JOB).monthly().amount();
        BigDecimal memory = effects.of(MEMORY).orElseThrow().monthly().amount();
        BigDecimal replicas = effects.of(REPLICAS).orElseThrow().monthly().amount();
        // Memory that replicas no longer have can't be saved twice.
        assertThat(together).isCloseTo(
                replicas.add(memory.divide(new BigDecimal(3), MathContext.DECIMAL64)), within(new BigDecimal("0.01")));
    }

    @Test
    void lessMemoryThanThePeakIsSeenAsKills() {
        Effects effects = effects(REPLICAS, MEMORY);
        SizeEffect memory = effects.of(MEMORY).orElseThrow();
        assertThat(memory.before().oomKills()).isZero();
        assertThat(memory.after().oomKills()).isPositive();
    }

    @Test
    void whatTheSizeDoesNotDependOnHasNoKnownEffect() {
        assertThat(effects(DISK).edits()).isEmpty();
    }

    @Test
    void whatTheRevertOfACommitWouldSaveIsKnown() throws IOException {
        String subject = JsonMapper.shared().readTree(Files.readAllBytes(SampleCase.folder().resolve("ANSWERS.json")))
                .get("commit").get("subject").asString();
        String commit;
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            commit = repository.history(HistoryQuery.all(), Cancellation.never()).stream()
                    .filter(each -> each.subject().equals(subject)).findFirst().orElseThrow().id();
        }
        RevertEffect effect = workbench.changes().whatIf().revert(commit, Cancellation.never()).effect();
        assertThat(effect.values()).isNotEmpty();
        assertThat(effect.byWorkload()).isNotEmpty()
                .allSatisfy((workload, each) -> assertThat(each.monthly().amount()).isNegative());
    }
}
