package io.plimsoll.analysis.change;

import java.nio.file.Files;
import java.nio.file.Path;
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

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A lower request, and the autoscaler's target that goes with it.
class CompensationTest {
    private static final String WEB = """
                                      kind: Deployment
                                      metadata: {name: web, namespace: shop}
                                      spec:
                                        template:
                                          spec:
                                            containers:
                                              - name: app
                                                resources:
                                                  requests:
                                                    cpu: "2" # measured in May
                                      """;
    private static final String SCALER = """
                                         # scaled by CPU
                                         kind: HorizontalPodAutoscaler
                                         metadata: {name: web, namespace: shop}
                                         spec:
                                           scaleTargetRef: {kind: Deployment, name: web}
                                           minReplicas: 2
                                           maxReplicas: 9
                                           metrics:
                                             - type: Resource
                                               resource:
                                                 name: cpu
                                                 target: {type: Utilization, averageUtilization: 45} # per cent
                                         """;
    private static final Intent LOWER = new Intent("apps/web.yaml", 0,
            "spec.template.spec.containers[name=app].resources.requests.cpu", "2", "1500m", "web");
    @TempDir
    Path folder;
    private Workbench workbench;
    private Path clone;
    private ChangeDesk desk;

    @BeforeEach
    void build() throws Exception {
        clone = Clones.build(folder.resolve("clone"), Map.of("apps/web.yaml", WEB, "scale/web.yaml", SCALER));
        git(clone, "config", "user.name", "Anna Berg");
        git(clone, "config", "user.email", "anna@example.org");
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.repository().add(clone);
        desk = workbench.changes();
        desk.add(List.of(LOWER));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private GuardResult target() {
        return desk.preview(Progress.NONE, Cancellation.never()).guards().stream()
                .filter(result -> result.rule().equals("hpa-target")).findFirst().orElseThrow();
    }

    @Test
    void anAcceptedTargetIsAnIntentLikeOthersAndIsCommittedWithTheRequest() throws Exception {
        GuardResult offered = target();
        assertThat(offered.passed()).isFalse();
        assertThat(desk.compensate(offered, Cancellation.never()).ticked()).hasSize(2);
        assertThat(target().passed()).as(target().evidence()).isTrue();
        Committed made = desk.commit(CommitWish.on("finops/web"), Progress.NONE, Cancellation.never());
        assertThat(git(clone, "show", made.commitId() + ":scale/web.yaml"))
                .isEqualTo(SCALER.replace("averageUtilization: 45", "averageUtilization: 60"));
        assertThat(git(clone, "show", made.commitId() + ":apps/web.yaml"))
                .isEqualTo(WEB.replace("\"2\"", "\"1500m\""));
        assertThat(made.message()).contains("FinOps-Path: scale/web.yaml#0:spec.metrics[0].resource.target"
                + ".averageUtilization 45 -> 60");
    }

    @Test
    void itCanBeTakenBackAndNothingIsOfferedTwice() {
        desk.compensate(target(), Cancellation.never());
        assertThat(desk.compensate(target(), Cancellation.never()).items()).hasSize(2);
        assertThat(desk.undo().items()).containsExactly(new ChangeSet.Item(LOWER, true));
        assertThat(target().compensations()).hasSize(1);
    }

    @Test
    void whatCannotBeEditedIsRefusedBeforeItIsInTheSet() {
        GuardResult offered = target();
        GuardResult stale = offered.offering(List.of(new Intent("scale/web.yaml", 0,
                offered.compensations().getFirst().path(), "44", "60", "web")));
        assertThatThrownBy(() -> desk.compensate(stale, Cancellation.never()))
                .hasMessageContaining("is 45 now, not 44");
        assertThat(desk.current().items()).hasSize(1);
    }

    @Test
    void theReasonOfAnOverrideIsOneTrailerThatGitReads() throws Exception {
        desk.clear();
        desk.add(List.of(new Intent(LOWER.file(), 0, LOWER.path(), "2", "500m", "web")));
        String reason = "agreed: see OPS-12 # until June, \"no load\"";
        Committed made = desk.commit(CommitWish.on("finops/web").overriding(Map.of("step-cap", reason)), Progress.NONE,
                Cancellation.never());
        Path message = Files.writeString(folder.resolve("message"),
                git(clone, "log", "-1", "--format=%B", made.commitId()));
        assertThat(git(clone, "interpret-trailers", "--parse", message.toString()).lines()
                .filter(line -> line.startsWith("FinOps-Override")))
                .containsExactly("FinOps-Override: step-cap reason=" + reason);
    }
}
