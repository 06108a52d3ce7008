package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// A bill of four months, whose last was exported twice: one service is whole at once, the other's days need five more days. Each costs
/// ten times as much on one of the last days.
class LearnedLagTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName";
    private static final String PROVISIONAL = " provisional";
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate EARLIER = LocalDate.of(2026, 5, 12);
    private static final LocalDate NEWEST = LocalDate.of(2026, 5, 28);
    private static final LocalDate YESTERDAY = NEWEST.minusDays(1);
    private static final LocalDate FOUR_DAYS_AGO = NEWEST.minusDays(4);

    @TempDir
    Path folder;

    @Test
    void eachServiceIsJudgedFromTheDayOnByWhichItsDaysAreSeenToSettle() throws IOException {
        assertThat(found("twice", EARLIER, NEWEST)).containsExactlyInAnyOrder("Fast " + YESTERDAY,
                "Slow " + FOUR_DAYS_AGO
                        + PROVISIONAL);
    }

    @Test
    void withoutASecondExportAllThatIsYoungerThanThreeDaysIsProvisional() throws IOException {
        assertThat(found("once", NEWEST)).containsExactlyInAnyOrder("Fast " + YESTERDAY + PROVISIONAL, "Slow "
                + FOUR_DAYS_AGO);
    }

    private List<String> found(String name, LocalDate... exports) throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve(name))) {
            for (LocalDate newest : exports) {
                Path file = folder.resolve(name + newest + ".csv");
                Files.write(file, bill(newest));
                workbench.imports().run(List.of(file), null, false, Progress.NONE, Cancellation.never());
            }
            return workbench.anomalies().findings(Progress.NONE, Cancellation.never()).stream()
                    .map(each -> each.key().dimensions().getOrDefault("ServiceName", "all") + " " + each.start()
                            + (each.provisional() ? PROVISIONAL : ""))
                    .toList();
        }
    }

    private static List<String> bill(LocalDate newest) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (LocalDate day = FIRST; !day.isAfter(newest); day = day.plusDays(1)) {
            int usual = 100 + day.getDayOfMonth() % 3;
            boolean isWhole = ChronoUnit.DAYS.between(day, newest) >= 5;
            lines.add(line(day, "Fast", day.equals(YESTERDAY) ? 10 * usual : usual));
            lines.add(line(day, "Slow", day.equals(FOUR_DAYS_AGO) ? 10 * usual : isWhole ? usual : 0.5 * usual));
        }
        return lines;
    }

    private static String line(LocalDate day, String service, double cost) {
        LocalDate month = day.withDayOfMonth(1);
        return cost + "," + cost + "," + cost + "," + cost + ",acct,USD," + month + "T00:00:00Z," + month.plusMonths(1)
                + "T00:00:00Z," + day + "T00:00:00Z," + day.plusDays(1) + "T00:00:00Z,Usage,AWS," + service;
    }
}
