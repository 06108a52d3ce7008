package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class BothSidesTest {
    private static Cause cause(String name, String excess) {
        return new Cause(Map.of("account", name), 1, new BigDecimal(excess), 0);
    }

    private static List<BothSides.Part> all(BothSides breakdown) {
        return Stream.of(breakdown.along(), breakdown.against(), List.of(breakdown.rest())).flatMap(List::stream)
                .toList();
    }

    @Test
    void bothSidesStandApartLargestFirstAndTheRestIsWhatIsLeft() {
        BothSides shown = BothSides.of(List.of(cause("a", "30"), cause("b", "90"), cause("c", "-40")),
                new BigDecimal("100"), 4);
        assertThat(shown.along()).extracting(each -> each.cause().text()).containsExactly("account=b", "account=a");
        assertThat(shown.against()).singleElement().satisfies(each -> assertThat(each.percent()).isEqualTo(-40));
        assertThat(shown.rest().amount()).isEqualByComparingTo("20");
        assertThat(shown.explained()).isEqualTo(120);
    }

    @Test
    void ofAFallTheFallsGoAlongAndTheirSharesArePositive() {
        BothSides shown = BothSides.of(List.of(cause("a", "-150"), cause("b", "50")), new BigDecimal("-100"), 4);
        assertThat(shown.along()).singleElement().satisfies(each -> assertThat(each.percent()).isEqualTo(150));
        assertThat(shown.against()).singleElement().satisfies(each -> assertThat(each.percent()).isEqualTo(-50));
    }

    @Test
    void roundedAmountsAddUpToTheRoundedWholeAndSharesToAHundred() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<Cause> causes = new ArrayList<>();
            BigDecimal whole = new BigDecimal(random.nextInt(-9000, 9000)).movePointLeft(3);
            for (int i = 0; i < random.nextInt(9); i++) {
                causes.add(cause("c" + i, new BigDecimal(random.nextInt(-9000, 9000)).movePointLeft(3).toString()));
            }
            BothSides shown = BothSides.of(causes, whole, 3);
            BigDecimal cents = whole.setScale(2, RoundingMode.HALF_EVEN);
            assertThat(all(shown).stream().map(BothSides.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(cents);
            assertThat(all(shown).stream().mapToInt(BothSides.Part::percent).sum())
                    .isEqualTo(cents.signum() == 0 ? 0 : 100);
        }
    }

    @Test
    void threeThirdsAreAHundredPerCent() {
        BothSides shown = BothSides.of(List.of(cause("a", "1"), cause("b", "1"), cause("c", "1")), new BigDecimal("3"),
                4);
        assertThat(shown.along().stream().mapToInt(BothSides.Part::percent).sum()).isEqualTo(100);
        assertThat(shown.rest().percent()).isZero();
    }

    /// 6 x 5 x 4 cells: `s2` of `a1` tripled, and `r3` of `a4` fell to a third.
    private static List<Cell> cells() {
        Random random = new Random(5);
        List<Cell> cells = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            for (int a = 0; a < 5; a++) {
                for (int r = 0; r < 4; r++) {
                    double predict = 50 + random.nextInt(100);
                    double factor = s == 2 && a == 1 ? 3 : r == 3 && a == 4 ? 0.33 : 1;
                    cells.add(new Cell(List.of("s" + s, "a" + a, "r" + r),
                            BigDecimal.valueOf(predict * (1 + 0.02 * random.nextGaussian()) * factor),
                            BigDecimal.valueOf(predict)));
                }
            }
        }
        return cells;
    }

    @Test
    void aRiseAndAFallAreBothFoundAndEachCellCountsOnce() {
        List<Cause> causes = RootCauses.rank(List.of("service", "account", "region"), cells(), Progress.NONE,
                Cancellation.never());
        assertThat(causes).extracting(Cause::text).containsExactly("service=s2&account=a1", "account=a4&region=r3");
        assertThat(causes.get(0).excess()).isPositive();
        assertThat(causes.get(1).excess()).isNegative();
    }

    @Test
    void aFallInsideARisingPartIsTakenOutOfIt() {
        List<Cell> cells = new ArrayList<>();
        for (int a = 0; a < 4; a++) {
            for (int r = 0; r < 8; r++) {
                double factor = a == 1 ? r == 5 ? 0.1 : 2 : 1 + 0.01 * (r % 3 - 1);
                cells.add(new Cell(List.of("a" + a, "r" + r), BigDecimal.valueOf(100 * factor),
                        BigDecimal.valueOf(100)));
            }
        }
        List<Cause> causes = RootCauses.rank(List.of("account", "region"), cells, Progress.NONE,
                Cancellation.never());
        assertThat(causes.get(0).text()).isEqualTo("account=a1");
        assertThat(causes.get(0).excess()).isEqualByComparingTo("700");
        assertThat(causes).anySatisfy(each -> {
            assertThat(each.text()).contains("region=r5");
            assertThat(each.excess()).isEqualByComparingTo("-90");
        });
    }

    @Test
    void ofPartsThatGrewAlikeTheLargerComesFirstAndTheRankingNamesBoth() {
        List<Cell> cells = List.of(new Cell(List.of("cores"), new BigDecimal("649.555"), new BigDecimal("111.2832")),
                new Cell(List.of("GiB"), new BigDecimal("278.381"), new BigDecimal("47.6928")));
        List<SingleDimension.Ranked> single = SingleDimension.rank(List.of("meter"), cells);
        assertThat(single.getFirst().elements().getFirst().text()).isEqualTo("meter=cores");
        List<Cause> causes = List.of(cause("GiB", "230.69"), cause("cores", "538.27"));
        SingleDimension.Ranked both = new SingleDimension.Ranked("account", 1, 1,
                List.of(cause("cores", "538.27"), cause("GiB", "230.69")));
        assertThat(Agreement.sentence(causes, List.of(both))).isEqualTo(
                "Single dimensions say the same: account=cores and account=GiB.");
    }

    @Test
    void theRankingOfSingleDimensionsSaysWhereItAgreesAndWhyNot() {
        List<String> dimensions = List.of("service", "account", "region");
        List<Cause> causes = RootCauses.rank(dimensions, cells(), Progress.NONE, Cancellation.never());
        SingleDimension.Ranked part = new SingleDimension.Ranked("service", 1, 1,
                List.of(new Cause(Map.of("service", "s2"), 1, BigDecimal.ONE, 1)));
        assertThat(Agreement.sentence(causes, List.of(part)))
                .isEqualTo("Single dimensions see service=s2 only; it moved where account=a1, and not elsewhere.");
        Cause alone = cause("a", "3");
        SingleDimension.Ranked same = new SingleDimension.Ranked("account", 1, 1, List.of(alone));
        SingleDimension.Ranked other = new SingleDimension.Ranked("account", 1, 1, List.of(cause("b", "3")));
        assertThat(Agreement.sentence(List.of(alone), List.of(same))).isEqualTo(
                "Single dimensions say the same: account=a.");
        assertThat(Agreement.sentence(List.of(alone), List.of(other))).contains("account=b first, because");
        assertThat(Agreement.sentence(List.of(alone, cause("b", "2")), List.of(other))).contains(
                "one of several parts");
        assertThat(Agreement.sentence(List.of(), List.of())).isEmpty();
        assertThat(Agreement.sentence(List.of(), List.of(same))).startsWith("No part stands out");
        assertThat(Agreement.sentence(List.of(alone), List.of())).isNotEmpty();
    }
}
