package io.plimsoll.analysis.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Who owns what is the same whether or not the resources that nobody can own are read.
class OwnersTest {
    @TempDir
    Path folder;

    @Test
    void ofTheSampleCaseOwnsTheSame() throws IOException {
        try (Workbench bench = SampleWorkbench.open(folder, true, true)) {
            assertThat(sameOwners(bench)).isPositive();
            Workloads workloads = bench.workloads();
            workloads.joinRules().turn(IdentityRule.WORKLOAD_TAG, false);
            sameOwners(bench);
            // A rule of the user's may look at anything.
            workloads.joinRules().add(new JoinRule(0, Side.BILL, "ServiceName", ".*",
                    new WorkloadKey("", "all", "", "everything", ""), true), 1);
            sameOwners(bench);
            workloads.joinRules().turn(1, false);
            sameOwners(bench);
            workloads.pin(Side.BILL, bench.workloadMap(Cancellation.never()).coverage().unmatched().getFirst()
                    .resource().resourceId(), new WorkloadKey("", "all", "", "pinned", ""));
            sameOwners(bench);
        }
    }

    /// Machines that were measured under the ids of the bill.
    @Test
    void ofMeasuredMachinesOwnsTheSame() {
        Path lake = SharedData.path("joint/sim-dev");
        try (Workbench bench = Workbench.openOrCreate(folder)) {
            bench.billing().importFiles(ImportRequest.of(lake.resolve("focus-1.2.csv.gz")), Progress.NONE,
                    Cancellation.never());
            bench.telemetry().importFiles(List.of(lake.resolve("telemetry-hourly.csv.gz")), Optional.empty(),
                    Progress.NONE, Cancellation.never());
            assertThat(sameOwners(bench)).isPositive();
        }
    }

    /// @return how many workloads own anything
    private static long sameOwners(Workbench bench) {
        ManifestIndex manifests = ManifestIndex.ofHead(bench.repository(), Cancellation.never());
        List<Workload> all = bench.workloads().map(manifests, Cancellation.never()).workloads();
        assertThat(bench.workloads().owners(manifests, Cancellation.never()).workloads()).isEqualTo(all);
        return all.stream().filter(Workload::hasBill).count();
    }
}
