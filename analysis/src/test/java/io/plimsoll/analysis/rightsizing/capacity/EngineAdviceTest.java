package io.plimsoll.analysis.rightsizing.capacity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// One workload of each engine with its manifest and telemetry: what use alone would give is never what is proposed.
class EngineAdviceTest {
    private static final double MIB = Bytes.MI;

    private static Workbench workbench;
    private static final Map<String, WorkloadAdvice> ADVICES = new HashMap<>();

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        workbench = EngineFleet.open(folder);
        workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE, Cancellation.never())
                .forEach(each -> ADVICES.put(each.workload().title(), each));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static WorkloadAdvice of(String name) {
        return Objects.requireNonNull(ADVICES.get(name), name + " of " + ADVICES.keySet());
    }

    private static double mib(String name) {
        return proposed(name).memoryRequest() / MIB;
    }

    private static Size proposed(String name) {
        return of(name).advice().proposed();
    }

    private static Optional<Objection> objection(String name, Refusal code) {
        return of(name).objections().stream().filter(each -> each.code() == code).findFirst();
    }

    /// Beside 6 Gi of heap 0.3 of classes and code, 50 threads of 1 Mi, 5 % of the heap for its collector; the guard over heaps wants 7.5 Gi.
    @Test
    void aFixedHeapAndWhatLiesBesideItStay() {
        assertThat(mib("fixed")).isEqualTo(8 * 1024);
        assertThat(of("fixed").reasons()).anySatisfy(fact -> assertThat(fact)
                .isEqualTo(
                        "A Java heap of 6.0 Gi (-Xmx6g) and 664 Mi beside it keep the memory limit at 7.5 Gi or more; 6.0 Gi of it were taken at the most."))
                .anySatisfy(fact -> assertThat(fact).contains("1.5 Gi of the heap lived: -Xmx2048m would hold it"));
        assertThat(objection("fixed", Refusal.OFF_HEAP_UNKNOWN)).isEmpty();
    }

    /// 6 Gi, and allowances of 128, 64, 64 and 50 Mi and 5 %.
    @Test
    void withoutTelemetryOfTheHeapItsOptionsAndAnAllowanceBind() {
        assertThat(mib("unseen")).isEqualTo(8 * 1024);
        assertThat(objection("unseen", Refusal.OFF_HEAP_UNKNOWN)).get().satisfies(each -> {
            assertThat(each.grade()).isEqualTo(Grade.B);
            assertThat(each.sentence()).contains("613 Mi");
        });
    }

    @Test
    void aHeapThatIsAShareOfTheLimitShrinksAsFarAsItsLiveDataAndTheRestAllow() {
        assertThat(mib("share")).isEqualTo(3 * 1024);
        assertThat(of("share").reasons()).anySatisfy(
                fact -> assertThat(fact).contains("-XX:MaxRAMPercentage=75, now 6.0 Gi").contains("922 Mi of it live"));
    }

    /// A quarter of 7.6 Gi is all that the process ever held.
    @Test
    void theJvmsOwnQuarterMayNotBecomeSmallerThanWhatTheProcessHeld() {
        assertThat(mib("own")).isEqualTo(8 * 1024);
        assertThat(of("own").reasons()).anySatisfy(fact -> assertThat(fact).contains("the JVM's own 25 % of the limit")
                .contains("What lives in it was not measured: the limit stays at 7.6 Gi"));
    }

    @Test
    void aHeapAsLargeAsItsLimitIsAReasonAgainstTheSize() {
        assertThat(objection("tight", Refusal.HEAP_BOUND)).get().satisfies(each -> {
            assertThat(each.grade()).isEqualTo(Grade.B);
            assertThat(each.sentence()).contains("4.0 Gi (-Xmx4g)").contains("raise memory to 5.0 Gi");
        });
        assertThat(mib("tight")).isEqualTo(4 * 1024);
    }

    /// Python takes two fifths of the heap beside it; the executors that are there count, not where allocation began.
    @Test
    void sparkOwnsTheNumberOfItsExecutorsAndAddsUpTheirPods() {
        Size current = of("features").advice().current();
        assertThat(current.memoryRequest() / MIB).isEqualTo(14 * 1024);
        assertThat(current.replicas()).isEqualTo(4);
        assertThat(proposed("features").replicas()).isEqualTo(4);
        assertThat(mib("features")).isLessThan(14 * 1024).isGreaterThan(3.5 * 1024);
        assertThat(objection("features", Refusal.OWNER_IS_AUTOSCALER)).get()
                .satisfies(each -> assertThat(each.grade()).isEqualTo(Grade.B));
        assertThat(of("features").reasons()).anySatisfy(fact -> assertThat(fact)
                .isEqualTo("An executor's pod is 10.0 Gi of heap and 4.0 Gi of overhead by Spark's rule."))
                .anySatisfy(fact -> assertThat(fact).contains("4 tasks at once"))
                .anySatisfy(fact -> assertThat(fact).contains("minExecutors of 4: 2 would bear"));
    }

    @Test
    void flinkKeepsItsSlotsAndAProcessWhoseHeapHoldsWhatLives() {
        assertThat(proposed("clicks").replicas()).isEqualTo(4);
        assertThat(mib("clicks")).isGreaterThanOrEqualTo(14_400);
        assertThat(of("clicks").reasons()).anySatisfy(fact -> assertThat(fact).contains("7.3 Gi heap, 5.9 Gi managed"))
                .anySatisfy(fact -> assertThat(fact).contains("4.9 Gi of the heap live"))
                .anySatisfy(fact -> assertThat(fact).contains("RocksDB"))
                .anySatisfy(fact -> assertThat(fact).contains("slots of 4 task managers"));
    }

    @Test
    void aBrokerKeepsItsPageCacheAndAllItsMemoryWhereThatWasNotMeasured() {
        assertThat(mib("broker")).isCloseTo(20 * 1024, within(1.0));
        assertThat(mib("bare")).isEqualTo(32 * 1024);
        assertThat(objection("bare", Refusal.MEMORY_BOUND)).get()
                .satisfies(each -> assertThat(each.sentence()).contains("page cache, which was not measured"));
        assertThat(objection("broker", Refusal.MEMORY_BOUND)).isEmpty();
    }

    @Test
    void rayOwnsTheNumberOfItsWorkersAndItsStoreIsKeptBesideTheUse() {
        assertThat(proposed("train").replicas()).isEqualTo(3);
        assertThat(mib("train")).isGreaterThanOrEqualTo(18 * 1024);
        assertThat(objection("train", Refusal.OWNER_IS_AUTOSCALER)).isPresent();
        assertThat(of("train").reasons()).anySatisfy(fact -> assertThat(fact).contains("8.0 Gi whatever"));
    }

    @Test
    void everyRuleSaysWhatItDoesUnderANameOfItsOwn() {
        assertThat(CapacityRules.all()).allSatisfy(rule -> assertThat(rule.explanation()).endsWith("."));
        assertThat(CapacityRules.all()).extracting(CapacityRule::id).doesNotHaveDuplicates();
    }
}
