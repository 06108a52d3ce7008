package io.plimsoll.analysis.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

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
}
