package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.bench.FleetTelemetry;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.CountedCancellation;
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
    void adviceOnAFleetAsksAllAlongWhetherToStopAndStopsAtOnce() throws IOException {
        int workloads = 120;
        CountedCancellation whole = CountedCancellation.never();
        try (Workbench workbench = fleet(workloads, 9)) {
            workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE, whole);
        }
        assertThat(whole.asked()).isGreaterThan(20 * workloads);
        CountedCancellation half = CountedCancellation.after(whole.asked() / 2);
        // Opened anew, as answers are kept.
        try (Workbench workbench = Workbench.open(folder.resolve("workspace"))) {
            assertThatThrownBy(() -> workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE, half))
                    .isInstanceOf(CancelledException.class);
        }
        // Those begun in other threads look once more each, of the dozens of times that a workload takes.
        assertThat(half.asked() - whole.asked() / 2).isLessThan(workloads);
    }
}
