package io.plimsoll.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.RiskBounds;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.UsageRepairs;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workspace.LedgerCheck;

import static org.assertj.core.api.Assertions.assertThat;

class CaseReportTest {
    @TempDir
    Path folder;

    private static WorkloadAdvice advice(String name, @Nullable Advice advice, @Nullable Money now,
            @Nullable Money then) {
        Workload workload = new Workload(new WorkloadKey("", "shop", "Deployment", name, "app"), name, List.of(),
                List.of(), List.of(), null, LinkState.values()[0], List.of());
        return new WorkloadAdvice(workload, advice, null, null, now, then, List.of(), null, List.of());
    }

    private String page(WorkloadAdvice... advices) throws IOException {
        Path file = folder.resolve("case.html");
        CaseReport.write(file, new CaseReport.Contents("Case", List.of(), List.of(), List.of(),
                LocalDate.of(2026, 9, 30), List.of(), List.of(advices), new Coverage(List.of(), List.of(), List.of()),
                null, null, null, new LedgerCheck(0, 0, "0".repeat(64)), ""));
        return Files.readString(file);
    }

    @Test
    void savingsInTwoCurrenciesAreTwoSums() throws IOException {
        String page = page(advice("a", null, Money.of("100", "USD"), Money.of("60", "USD")),
                advice("b", null, Money.of("50", "EUR"), Money.of("20", "EUR")),
                advice("c", null, Money.of("9", "USD"), Money.of("8", "USD")));
        assertThat(page).contains("41.00 USD /mo", "2 proposals together", "30.00 EUR /mo", "1 proposals together");
    }

    /// As the window counts them.
    @Test
    void aProposalThatCostsMoreIsPartOfTheSum() throws IOException {
        assertThat(page(advice("a", null, Money.of("100", "USD"), Money.of("60", "USD")),
                advice("b", null, Money.of("1", "USD"), Money.of("2", "USD")),
                advice("c", null, Money.of("9", "USD"), Money.of("9", "USD"))))
                .contains("39.00 USD /mo", "2 proposals together");
    }

    @Test
    void aProportionWithoutABillIsNotShownAsMoney() throws IOException {
        Size now = new Size(2, OptionalDouble.empty(), 4 * Bytes.GI, 0, 2);
        Size then = new Size(1, OptionalDouble.empty(), 2 * Bytes.GI, 0, 2);
        Money proportion = Money.of("57.1", "XXX");
        ReplayResult replay = new ReplayResult(100, 0, 0.01, 0, 0, 0, 0, 0.2, 0.3);
        Advice unpriced = new Advice("shop/a", now, then, "krr", proportion, proportion, replay,
                new RiskBounds(0.01, 0.01, 0, 0, 0), Grade.A, List.of(), "None.",
                List.of(new StrategyOutcome("krr", then, proportion, replay)), UsageRepairs.NONE);
        assertThat(page(advice("a", unpriced, null, null))).contains("under other strategies").doesNotContain("XXX");
    }

    /// A name must not turn round, or hide, what stands beside it.
    @Test
    void charactersThatAreNotSeenAreShownAsTheirNumbers() throws IOException {
        assertThat(page(advice("api\u202egpj\u001b[31m\u0000\u2066", null, Money.of("9", "USD"), Money.of("8", "USD"))))
                .contains("api\\u202egpj\\u001b[31m\\u0000\\u2066")
                .doesNotContain("\u202e", "\u001b", "\u0000", "\u2066");
    }
}
