package io.plimsoll.analysis.rightsizing.scaling;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Advice for workloads under autoscalers, from manifests and telemetry alone.
class ScaledAdviceTest {
    @TempDir
    static Path folder;
    private static ScalerCase world;

    @BeforeAll
    static void load() {
        world = ScaledFleet.open(folder);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Objection owner(WorkloadAdvice advice) {
        return advice.objections().stream().filter(each -> each.code() == Refusal.OWNER_IS_AUTOSCALER).findFirst()
                .orElseThrow(() -> new AssertionError(advice.objections() + " " + advice.reasons()));
    }

    @Test
    void aSmallerRequestComesWithTheTargetThatKeepsTheNumberOfPods() {
        WorkloadAdvice found = world.advice("web");
        double cores = found.advice().proposed().cpuRequest();
        assertThat(found.grade()).as(found.objections().toString()).isEqualTo(Grade.B);
        assertThat(cores).isBetween(1.1, 1.6);
        assertThat(found.advice().proposed().replicas()).isEqualTo(found.advice().current().replicas());
        long target = Math.round(50 * 2 / cores);
        assertThat(owner(found).sentence()).contains("from 50 % to " + target + " %").contains("the pods stay at");
        assertThat(found.reasons()).anyMatch(each -> each.contains("its rule, replayed, is within one pod"))
                .anyMatch(each -> each.startsWith("With a target of 80 % instead of 50 %"));
    }

    @Test
    void theLinkedEditOfTheGuardHasTheSameTarget() {
        WorkloadAdvice found = world.advice("web");
        ChangeDesk desk = world.workbench().changes();
        Proposal proposal = desk.propose(found.workload(), found.advice().proposed(), Cancellation.never());
        assertThat(proposal.notPossible()).isEmpty();
        assertThat(proposal.added()).extracting(Intent::path).noneMatch(path -> path.contains("eplicas"));
        String target = desk.preview(Progress.NONE, Cancellation.never()).guards().stream()
                .filter(each -> each.rule().equals("hpa-target")).flatMap(each -> each.compensations().stream())
                .map(Intent::newValue).findFirst().orElse("none");
        assertThat(owner(found).sentence()).contains("to " + target + " %");
    }

    @Test
    void whatTheRuleDoesNotExplainIsRefusedWithTheNumbers() {
        WorkloadAdvice found = world.advice("stubborn");
        assertThat(found.refused()).isTrue();
        assertThat(owner(found).sentence()).contains("where 9.0 were measured");
        assertThat(found.keeps()).isTrue();
    }

    @Test
    void aChartsOwnAutoscalingIsReplayedLikeAnyOther() {
        WorkloadAdvice found = world.advice("chartered");
        assertThat(found.grade()).as(found.objections().toString()).isEqualTo(Grade.B);
        assertThat(owner(found).sentence()).contains("from 50 %");
        assertThat(found.advice().proposed().replicas()).isEqualTo(found.advice().current().replicas());
    }

    @Test
    void aTargetOnTheWholePodCountsItsSideCars() {
        WorkloadAdvice found = world.advice("sided");
        assertThat(found.objections()).as(found.reasons().toString()).noneMatch(each -> each.grade() == Grade.D);
        long target = Math.round(50 * 3 / (found.advice().proposed().cpuRequest() + 1));
        assertThat(owner(found).sentence()).contains("from 50 % to " + target + " %");
    }

    @Test
    void theNumberThatTheClusterCountsBeatsThatOfTheScrapedPods() {
        WorkloadAdvice found = world.advice("counted");
        assertThat(found.grade()).as(found.objections().toString()).isEqualTo(Grade.B);
        assertThat(owner(found).sentence()).contains("9 at most");
    }

    @Test
    void aMetricThatNoRequestMovesIsAStrongDoubtAndNoRefusal() {
        WorkloadAdvice found = world.advice("foreign");
        assertThat(found.grade()).isEqualTo(Grade.C);
        assertThat(owner(found).sentence()).contains("External");
        assertThat(found.advice().proposed().cpuRequest()).isLessThan(2);
    }

    @Test
    void aQueueIsReplayedWhereItsLagWasMeasuredAndElseRefused() {
        WorkloadAdvice seen = world.advice("sink");
        assertThat(seen.grade()).as(seen.objections().toString()).isEqualTo(Grade.A);
        assertThat(seen.advice().proposed().cpuRequest()).isBetween(0.4, 0.8);
        assertThat(seen.reasons()).anyMatch(each -> each.startsWith("A ScaledObject sink sets the number of pods"));
        WorkloadAdvice blind = world.advice("blind");
        assertThat(blind.refused()).isTrue();
        assertThat(owner(blind).sentence()).contains("the lag of its queue was not measured");
    }

    @Test
    void aVerticalAutoscalerOwnsWhatItSetsAndNothingElse() {
        WorkloadAdvice off = world.advice("vpa-off");
        assertThat(off.grade()).isEqualTo(Grade.A);
        assertThat(off.advice().proposed().cpuRequest()).isLessThan(1);
        assertThat(off.reasons()).anyMatch(each -> each.contains("only recommends"));

        WorkloadAdvice auto = world.advice("vpa-auto");
        assertThat(auto.refused()).isTrue();
        assertThat(owner(auto).sentence()).contains("minAllowed (cpu 500m)");

        WorkloadAdvice memory = world.advice("vpa-memory");
        assertThat(owner(memory).grade()).isEqualTo(Grade.B);
        assertThat(memory.advice().proposed().cpuRequest()).isLessThan(1);
        assertThat(memory.advice().proposed().memoryRequest()).isEqualTo(memory.advice().current().memoryRequest());
    }
}
