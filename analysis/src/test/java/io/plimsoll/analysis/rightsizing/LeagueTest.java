package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// All strategies over the sample case.
class LeagueTest {
    @Test
    void everyStrategyIsJudgedOnTheSameWorkloads(@TempDir Path folder) throws IOException {
        try (Workbench workbench = SampleWorkbench.open(folder, true, true)) {
            Rightsizing service = workbench.rightsizing();
            List<League> leagues = service.tradeOffs().league(AdviceQuery.all(), Progress.NONE, Cancellation.never());
            League billed = leagues.getFirst();

            assertThat(billed.currency()).isEqualTo("USD");
            assertThat(billed.rows()).hasSize(Strategies.all().size() + 2);
            assertThat(billed.rows()).extracting(LeagueRow::kind).startsWith(FrontierMark.Kind.NOW)
                    .endsWith(FrontierMark.Kind.PROPOSED);
            BigDecimal now = service.advise(AdviceQuery.all(), Progress.NONE, Cancellation.never()).stream()
                    .filter(each -> each.advice() != null && each.monthlyNow() != null
                            && each.advice().repairs().samples() > 1)
                    .map(each -> each.monthlyNow().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(billed.rows().getFirst().monthlyCost().amount()).isCloseTo(now,
                    org.assertj.core.api.Assertions.within(new BigDecimal("0.0001")));
            assertThat(row(billed, "vpa-lower").cores()).isLessThan(row(billed, "vpa-upper").cores());
            assertThat(row(billed, "vpa-lower").above()).isGreaterThan(row(billed, "vpa-upper").above());
            assertThat(row(billed, "vpa-lower").slack()).isLessThan(row(billed, "vpa-upper").slack());
            assertThat(row(billed, "vpa-lower").breaking()).isGreaterThan(billed.rows().getLast().breaking());
        }
    }

    @Test
    void withoutABillThereIsATableWithoutMoney(@TempDir Path folder) throws IOException {
        try (Workbench workbench = SampleWorkbench.open(folder, false, true)) {
            League only = workbench.rightsizing().tradeOffs()
                    .league(AdviceQuery.all(), Progress.NONE, Cancellation.never())
                    .getFirst();

            assertThat(only.currency()).isNull();
            assertThat(only.workloads()).isPositive();
            assertThat(only.rows()).allMatch(each -> each.monthlyCost() == null);
        }
    }

    private static LeagueRow row(League league, String strategy) {
        return league.rows().stream().filter(each -> each.strategy().equals(strategy)).findFirst().orElseThrow();
    }
}
