package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.allocation.Tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/// Worked examples that can be followed with a pencil.
class MachineSplitTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 11);
    private static final Tenant A = Tenant.workload("c", "vision", "a");
    private static final Tenant B = Tenant.workload("c", "audio", "b");

    private static MachineDay machine(String cost, Resources metered, Resources capacity, double covered,
            Claim... claims) {
        return new MachineDay("node", "c", DAY, "USD", new BigDecimal(cost), metered, capacity, covered,
                List.of(claims));
    }

    private static Map<String, String> split(MachineDay machine) {
        Map<String, String> parts = new LinkedHashMap<>();
        MachineSplit.of(machine).forEach(line -> parts.put(line.tenant().title(),
                line.amount().stripTrailingZeros().toPlainString()));
        return parts;
    }

    @Test
    void coresAndMemoryMeteredByThemselvesAreDividedByThemselves() {
        // 60 for cores, 40 for memory: A has half of the cores and a quarter of the memory, B a quarter of each.
        assertThat(split(machine("100", new Resources(60, 40, 0), new Resources(96, 384, 0), 1,
                new Claim(A, new Resources(48, 96, 0)), new Claim(B, new Resources(24, 96, 0)))))
                .containsExactly(Map.entry("vision/a", "40"), Map.entry("audio/b", "25"), Map.entry("__idle__", "35"));
    }

    @Test
    void wholeMachineFallsIntoPartsByTheDefaultPrices() {
        // Cores are 8 x 0.031611, memory is 32 x 0.004237: 0.65101 and 0.34899 of the machine.
        Map<String, String> parts = split(machine("10", Resources.NONE, new Resources(192, 768, 0), 1,
                new Claim(A, new Resources(192, 0, 0)), new Claim(B, new Resources(0, 768, 0))));
        assertThat(new BigDecimal(parts.get("vision/a")).doubleValue())
                .isCloseTo(10 * 0.252888 / (0.252888 + 0.135584), offset(1e-9));
        assertThat(new BigDecimal(parts.get("vision/a")).add(new BigDecimal(parts.get("audio/b"))))
                .isEqualByComparingTo("10");
    }

    @Test
    void sliceOfAGpuPaysForThatSlice() {
        Resources node = new Resources(192, 768, 24);
        double value = 192 * 0.031611 + 768 * 0.004237 + 24 * 0.95;
        double slice = 24 * MigSlices.weight("nvidia_com_mig_1g_5gb");
        Map<String, String> parts = split(machine("24", Resources.NONE, node, 1,
                new Claim(A, new Resources(0, 0, slice)), new Claim(B, new Resources(0, 0, 3 * slice))));
        assertThat(new BigDecimal(parts.get("vision/a")).doubleValue())
                .isCloseTo(24 * 24 * 0.95 / 7 / value, offset(1e-9));
        assertThat(new BigDecimal(parts.get("audio/b")).doubleValue())
                .isCloseTo(3 * 24 * 24 * 0.95 / 7 / value, offset(1e-9));
    }

    @Test
    void hoursWithoutTelemetryAreNotGuessed() {
        // A claims all of the 18 hours that were measured.
        assertThat(split(machine("24", new Resources(24, 0, 0), new Resources(48, 0, 0), 0.75,
                new Claim(A, new Resources(36, 0, 0)))))
                .containsExactly(Map.entry("vision/a", "18"), Map.entry("__unallocated__", "6"));
        assertThat(split(machine("24", Resources.NONE, new Resources(48, 96, 0), 0)))
                .containsExactly(Map.entry("__unallocated__", "24"));
    }

    @Test
    void whereMoreIsClaimedThanThereIsTheClaimsShareAllOfIt() {
        MachineDay machine = machine("30", new Resources(30, 0, 0), new Resources(24, 0, 0), 1,
                new Claim(A, new Resources(24, 0, 0)), new Claim(B, new Resources(12, 0, 0)));
        assertThat(split(machine)).containsExactly(Map.entry("vision/a", "20"), Map.entry("audio/b", "10"));
        assertThat(MachineSplit.overcommitted(machine)).isTrue();
    }

    @Test
    void machineOfUnknownSizeHasNoIdleCost() {
        assertThat(split(machine("30", Resources.NONE, Resources.NONE, 0.5, new Claim(A, new Resources(2, 0, 0)),
                new Claim(B, new Resources(1, 0, 0)))))
                .containsExactly(Map.entry("vision/a", "10"), Map.entry("audio/b", "5"),
                        Map.entry("__unallocated__", "15"));
    }

    @Test
    void tenantThatClaimsNothingIsThereAndPaysNothing() {
        assertThat(split(machine("5", Resources.NONE, new Resources(24, 24, 0), 1, new Claim(A, Resources.NONE))))
                .containsExactly(Map.entry("vision/a", "0"), Map.entry("__idle__", "5"));
    }

    @Test
    void correctionIsDividedAsACostIs() {
        assertThat(split(machine("-100", new Resources(-60, -40, 0), new Resources(96, 384, 0), 1,
                new Claim(A, new Resources(48, 96, 0)))))
                .containsExactly(Map.entry("vision/a", "-40"), Map.entry("__idle__", "-60"));
    }
}
