package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.bench.FleetTelemetry;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.Workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Advice on all workloads, read at once, is what each gets when it is asked for alone.
class FleetAdviceTest {
    @TempDir
    Path folder;

    private Workbench fleet(int workloads, int days) throws IOException {
        FleetTelemetry.write(folder.resolve("files"), workloads, days);
        Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.imports().run(List.of(folder.resolve("files")), null, false, Progress.NONE, Cancellation.never());
        return workbench;
    }

    private static void assertAsOneByOne(Workbench workbench) {
        Rightsizing rightsizing = workbench.rightsizing();
        List<WorkloadAdvice> alone = new ArrayList<>();
        for (Workload each : workbench.workloadMap(Cancellation.never()).workloads()) {
            alone.addAll(rightsizing.advise(AdviceQuery.of(each.key().toString()), Progress.NONE,
                    Cancellation.never()));
        }
        List<WorkloadAdvice> together = rightsizing.advise(AdviceQuery.all(), Progress.NONE, Cancellation.never());
        assertThat(together).isNotEmpty().containsExactlyInAnyOrderElementsOf(alone);
        assertThat(together)
                .allSatisfy(each -> assertThat(each.advice().strategies()).hasSize(Strategies.all().size()));
        assertThat(together).anySatisfy(each -> assertThat(each.keeps()).isFalse());
    }

    @Test
    void aSmallFleetIsAdvisedAsItsWorkloadsAre() throws IOException {
        try (Workbench workbench = fleet(40, 5)) {
            assertAsOneByOne(workbench);
        }
    }

    @Test
    @Tag("slow")
    void aFleetOfAThousandIsAdvisedAsItsWorkloadsAre() throws IOException {
        try (Workbench workbench = fleet(1000, 4)) {
            assertAsOneByOne(workbench);
        }
    }

    @Test
    @Tag("slow")
    void adviceOnAFleetStopsWithinAFifthOfASecond() throws IOException {
        try (Workbench workbench = fleet(120, 9)) {
            Cancellation cancellation = new Cancellation();
            AtomicLong asked = new AtomicLong();
            Progress stopping = (step, done) -> {
                if (done == 0 && asked.compareAndSet(0, 1)) {
                    Thread.ofVirtual().start(() -> {
                        pause();
                        asked.set(System.nanoTime());
                        cancellation.request();
                    });
                }
            };
            assertThatThrownBy(() -> workbench.rightsizing().advise(AdviceQuery.all(), stopping, cancellation))
                    .isInstanceOf(CancelledException.class);
            assertThat((System.nanoTime() - asked.get()) / 1_000_000).isLessThan(200);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
