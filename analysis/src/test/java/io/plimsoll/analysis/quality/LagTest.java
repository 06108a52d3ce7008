package io.plimsoll.analysis.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Exports of one month, taken on three days: one service is whole at once, the other's days need two more days.
class LagTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName";
    @TempDir
    Path folder;

    @Test
    void eachServiceHasTheLagThatItsExportsShow() throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            assertThat(workbench.quality().lags()).isEmpty();
            for (int newest : new int[]{12, 14, 18, 28}) {
                load(workbench, newest);
            }
            assertThat(workbench.quality().lag("Fast")).hasValueSatisfying(lag -> {
                assertThat(lag.medianDays()).isZero();
                assertThat(lag.safeDays()).isZero();
            });
            assertThat(workbench.quality().lag("Slow")).hasValueSatisfying(lag -> {
                assertThat(lag.medianDays()).isEqualTo(2);
                assertThat(lag.safeDays()).isEqualTo(2);
            });
            assertThat(workbench.quality().lag("")).hasValueSatisfying(lag -> assertThat(lag.medianDays())
                    .isEqualTo(2));
        }
    }

    private void load(Workbench workbench, int newest) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int day = 1; day <= newest; day++) {
            lines.add(line(day, "Fast", "10"));
            lines.add(line(day, "Slow", newest - day < 2 ? "6" : "10"));
        }
        Path file = folder.resolve("bill-" + newest + ".csv");
        Files.write(file, lines);
        workbench.imports().run(List.of(file), null, false, Progress.NONE, Cancellation.never());
    }

    private static String line(int day, String service, String cost) {
        LocalDate date = LocalDate.of(2026, 5, day);
        return cost + "," + cost + "," + cost + "," + cost + ",acct,USD,2026-05-01T00:00:00Z,2026-06-01T00:00:00Z,"
                + date + "T00:00:00Z," + date.plusDays(1) + "T00:00:00Z,Usage,AWS," + service;
    }
}
