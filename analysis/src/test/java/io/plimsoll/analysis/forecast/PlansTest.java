package io.plimsoll.analysis.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/// Budgets and roadmaps as users write them.
class PlansTest {
    private static final String ROADMAP = "project,modality,start,ramp,low,likely,high,driver,unit_cost,currency\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.csv"), text);
    }

    @Test
    void aBudgetIsOfAMonthAQuarterOrAYear() throws IOException {
        Budgets budgets = Budgets.read(file("""
                                            Amount,Period,Currency,Filter
                                            100.10,2026-11,usd,
                                            300,2026-Q4,USD,tag:team=vision
                                            1000,2026,USD,
                                            """));
        assertThat(budgets.all()).extracting(Budget::days).containsExactly(
                new Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                new Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)),
                new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        assertThat(budgets.all().getFirst().amount()).isEqualTo(Money.of("100.10", "USD"));
        assertThat(budgets.all().get(1).filter())
                .hasToString("CostFilter[dimension=tag:team, values=[vision], exclude=false]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13,1,USD,", "November,1,USD,", "2026-11,one,USD,", "2026-11,-1,USD,", "2026-11,1,,",
        "2026-11,1,USD,vision"})
    void aBudgetThatCanNotBeReadIsRefusedWithItsLine(String row) throws IOException {
        Path file = file("period,amount,currency,filter\n" + row + "\n");
        assertThatThrownBy(() -> Budgets.read(file)).isInstanceOf(StepFailure.class).hasMessageContaining("line 2")
                .extracting("code").isEqualTo("ROW_UNREADABLE");
    }

    @Test
    void twoBudgetsForTheSameAreRefused() throws IOException {
        Path file = file("month,amount,currency\n2026-11,1,USD\n2026-11,2,USD\n");
        assertThatThrownBy(() -> Budgets.read(file)).extracting("code").isEqualTo("ROW_TWICE");
    }

    @Test
    void aProjectRampsUpAndEnds() throws IOException {
        RoadmapProject project = Roadmap.read(file(
                "project,start,ramp,end,low,likely,high,driver,unit_cost\nVideo,2026-11-10,9,2026-12-01,1,2,3,clips,0.5\n"))
                .projects().getFirst();
        assertThat(project.share(LocalDate.of(2026, 11, 9))).isZero();
        assertThat(project.share(LocalDate.of(2026, 11, 10))).isEqualTo(0.1);
        assertThat(project.share(LocalDate.of(2026, 11, 19))).isEqualTo(1);
        assertThat(project.share(LocalDate.of(2026, 12, 1))).isEqualTo(1);
        assertThat(project.share(LocalDate.of(2026, 12, 2))).isZero();
    }

    @Test
    void drawsHaveTheMeanOfATriangleAndStayWithinIt() throws IOException {
        Roadmap roadmap = Roadmap.read(file(ROADMAP + "Video,video,2026-11-01,0,100,200,600,clips,0.5,USD\n"));
        double[] drawn = Arrays.stream(roadmap.draw(LocalDate.of(2026, 11, 1), 2, 4000, new SplittableRandom(1)))
                .mapToDouble(path -> path[1]).toArray();
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(150, within(3.0));
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isGreaterThanOrEqualTo(50);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThanOrEqualTo(300);
    }

    @Test
    void aProjectCountsInItsOwnCurrencyOnly() throws IOException {
        Roadmap roadmap = Roadmap.read(file(ROADMAP + "A,,2026-11-01,,1,1,1,x,1,EUR\nB,,2026-11-01,,1,1,1,x,1,\n"));
        assertThat(roadmap.in("EUR", true).projects()).extracting(RoadmapProject::name).containsExactly("A", "B");
        assertThat(roadmap.in("USD", false).projects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,,tomorrow,0,1,2,3,x,1,USD", "A,,2026-11-01,0,3,2,1,x,1,USD",
        "A,,2026-11-01,x,1,2,3,x,1,USD", "A,,+999999999-12-31,0,1,2,3,x,1,USD",
        ",,2026-11-01,0,1,2,3,x,1,USD"})
    void aProjectThatCanNotBeReadIsRefusedWithItsLine(String row) throws IOException {
        Path file = file(ROADMAP + row + "\n");
        assertThatThrownBy(() -> Roadmap.read(file)).hasMessageContaining("line 2").extracting("code")
                .isEqualTo("ROW_UNREADABLE");
    }

    private void refused(String code, String sentence, String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> PlanFile.read(file)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.message()).contains(sentence).hasSizeLessThan(500);
        });
    }

    @Test
    void aFileSaysWhatItIsByItsColumnsAndWhatItLacks() throws IOException {
        refused("MISSING_COLUMN", "no column currency", "period,amount\n2026-11,1\n");
        refused("MISSING_COLUMN", "no column unit_cost",
                "project,start,low,likely,high,driver,currency\na,b,1,2,3,x,USD\n");
        refused("MISSING_COLUMN", "does not separate its columns by commas",
                "period;amount;currency\n2026-11;1,5;USD\n");
        refused("MISSING_COLUMN", "does not separate its columns by commas",
                "period\tamount\tcurrency\n2026-11\t1\tUSD\n");
        assertThat(PlanFile.read(file("\ufeffperiod,amount,currency\r\n2026-11,1,USD\r\n")).budgets()).isNotNull();
    }

    @Test
    void namesThatNobodyCouldReadAndTablesThatNobodyWroteAreRefused() throws IOException {
        String budget = "period,amount,currency,filter\n2026-11,1,";
        refused("ROW_UNREADABLE", "currency is no currency", budget + "<b>,\n");
        refused("ROW_UNREADABLE", "control characters", budget + "USD,tag:team=\u001b[31m\n");
        refused("ROW_UNREADABLE", "longer than", budget + "USD,tag:team=" + "x".repeat(200_000) + "\n");
        refused("ROW_UNREADABLE", "period is none", "period,amount,currency\n0000,1,USD\n");
        refused("TOO_MANY_ROWS", "more than 10000 rows", "period,amount,currency,filter\n"
                + IntStream.range(0, 10_001).mapToObj(i -> "2026,1,USD,tag:team=t" + i + "\n")
                        .collect(Collectors.joining()));
        String line = "lake,images,2026-11-01,10,1,2,3,GB,0.5,USD\n";
        refused("ROW_TWICE", "line 3", ROADMAP + line + line);
        assertThat(Roadmap.read(file(ROADMAP + line + line.replace("2026-11", "2026-12"))).projects()).hasSize(2);
    }
}
