package io.plimsoll.analysis.allocation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.allocation.split.IdleSpread;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/// 25 machines of three clouds outside Kubernetes, each its own only tenant, and a month of their telemetry.
class SimulatedAllocationTest {
    private static final Days JUNE = new Days(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));

    @TempDir
    Path folder;

    @Test
    void theMachinesAddUpToTheBillAndOneIsWhatAHandWouldGet() throws IOException {
        Path simulated = SharedData.path("joint/sim-dev");
        BillRows bill = new BillRows(simulated.resolve("focus-1.2.csv.gz"));
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            workbench.billing().importFiles(ImportRequest.of(simulated.resolve("focus-1.2.csv.gz")), Progress.NONE,
                    Cancellation.never());
            workbench.telemetry().importFiles(List.of(simulated.resolve("telemetry-hourly.csv.gz")), Optional.empty(),
                    Progress.NONE, Cancellation.never());
            BigDecimal charged = bill.sum("EffectiveCost", JUNE, BillRows::isMachine);
            assertThat(charged).isEqualByComparingTo("12357.501278016");
            List<AllocatedCost> lines = workbench.allocation().lines(AllocationQuery.by(Grouping.WORKLOAD),
                    Progress.NONE, Cancellation.never());
            for (IdleRule idle : IdleRule.values()) {
                Map<String, BigDecimal> sums = new TreeMap<>();
                IdleSpread.apply(idle, lines).forEach(
                        line -> sums.merge(line.node() + " " + line.day(), line.amount(), BigDecimal::add));
                assertThat(sums).usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .usingRecursiveComparison()
                        .isEqualTo(bill.byResourceAndDay(JUNE, BillRows::isMachine));
            }
            Map<String, AllocationTable.Row> rows = new HashMap<>();
            AllocationTable table = workbench.allocation().tables(AllocationQuery.by(Grouping.WORKLOAD), Progress.NONE,
                    Cancellation.never()).getFirst();
            assertThat(table.days()).isEqualTo(JUNE);
            assertThat(table.total()).isEqualByComparingTo(charged);
            table.rows().forEach(row -> rows.put(row.group(), row));
            assertThat(rows.get("vm-007").own().doubleValue()).isCloseTo(byHand(simulated, bill), offset(1e-6));
            assertThat(rows.get("__unallocated__").own())
                    .isGreaterThanOrEqualTo(bill.sum("EffectiveCost", JUNE, row -> BillRows.isMachine(row)
                            && row.getOrDefault("ResourceId", "").equals("i-sp-covered")));
        }
    }

    /// vm-007 has 16 cores and 32 GiB, costs the same every day, is measured every hour and never uses more than it has.
    private static double byHand(Path simulated, BillRows bill) throws IOException {
        double cpu = 0;
        double memory = 0;
        for (Map<String, String> row : SharedData.csv(simulated.resolve("telemetry-hourly.csv.gz"))) {
            if (row.getOrDefault("resource_id", "").endsWith("/vm-007")) {
                double value = Double.parseDouble(row.getOrDefault("value", ""));
                switch (row.getOrDefault("metric", "")) {
                    case "cpu_cores_used_avg" -> cpu += value;
                    case "memory_gib_used_max" -> memory += value;
                    default -> {
                        // The peak of cores is not what cost follows.
                    }
                }
            }
        }
        double hours = 24 * JUNE.count();
        double share = (cpu * 0.031611 + memory * 0.004237) / (hours * (16 * 0.031611 + 32 * 0.004237));
        return share * bill.named("vm-007", JUNE).doubleValue();
    }
}
