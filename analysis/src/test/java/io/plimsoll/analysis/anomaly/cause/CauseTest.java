package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CauseTest {
    private static final List<String> DIMENSIONS = List.of("service", "account", "region");

    /// 6 x 5 x 4 cells with 2 % noise; those of `service=s2&account=a1` cost three times as much.
    private static List<Cell> cells(double factor) {
        Random random = new Random(5);
        List<Cell> cells = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            for (int a = 0; a < 5; a++) {
                for (int r = 0; r < 4; r++) {
                    double predict = 50 + random.nextInt(100);
                    double real = predict * (1 + 0.02 * random.nextGaussian()) * (s == 2 && a == 1 ? factor : 1);
                    cells.add(new Cell(List.of("s" + s, "a" + a, "r" + r), BigDecimal.valueOf(real),
                            BigDecimal.valueOf(predict)));
                }
            }
        }
        return cells;
    }

    private static List<Cause> rank(List<Cell> cells) {
        return RootCauses.rank(DIMENSIONS, cells, Progress.NONE, Cancellation.never());
    }

    @Test
    void theCombinationIsFoundAndNothingElse() {
        List<Cell> cells = cells(3);
        List<Cause> causes = rank(cells);
        assertThat(causes).extracting(Cause::text).containsExactly("service=s2&account=a1");
        BigDecimal excess = cells.stream().filter(each -> each.values().subList(0, 2).equals(List.of("s2", "a1")))
                .map(Cell::excess).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(causes.getFirst().excess()).isEqualByComparingTo(excess);
        assertThat(causes.getFirst().share()).isCloseTo(1, within(0.15));
    }

    @Test
    void aFallIsFoundLikeARise() {
        assertThat(rank(cells(0.2))).extracting(Cause::text).containsExactly("service=s2&account=a1");
    }

    @Test
    void whereNothingMovedThereIsNoCause() {
        assertThat(rank(List.of())).isEmpty();
        List<Cell> same = cells(1).stream().map(each -> new Cell(each.values(), each.predict(), each.predict()))
                .toList();
        assertThat(rank(same)).isEmpty();
    }

    @Test
    void aCellWithTooFewValuesIsRefused() {
        assertThatThrownBy(() -> rank(List.of(new Cell(List.of("s1"), BigDecimal.ONE, BigDecimal.TWO))))
                .isInstanceOf(StepFailure.class).hasMessageContaining("1 values for 3 dimensions");
    }

    @Test
    void singleDimensionsNameTheServiceFirstOrTheAccount() {
        List<SingleDimension.Ranked> ranked = SingleDimension.rank(DIMENSIONS, cells(3));
        assertThat(ranked).extracting(SingleDimension.Ranked::dimension).endsWith("region");
        assertThat(ranked.getFirst().elements()).first().satisfies(each -> assertThat(each.share()).isGreaterThan(0.8));
    }

    @Test
    void theBridgeSumsToTheLastDigitWhateverItIsMadeOf() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<Bridge.Item> items = new ArrayList<>();
            for (int i = 0; i < random.nextInt(20); i++) {
                items.add(new Bridge.Item("i" + i, amount(random), random.nextInt(5) == 0 ? null : amount(random),
                        amount(random), random.nextInt(5) == 0 ? null : amount(random)));
            }
            Bridge bridge = Bridge.of(items, random.nextBoolean());
            assertThat(bridge.sum()).isEqualByComparingTo(bridge.after());
            Bridge cents = bridge.rounded(2);
            assertThat(cents.sum()).isEqualTo(cents.after())
                    .isEqualTo(bridge.after().setScale(2, RoundingMode.HALF_EVEN));
            assertThat(cents.price()).isCloseTo(bridge.price(), within(new BigDecimal("0.01")));
        }
    }

    private static BigDecimal amount(Random random) {
        return random.nextInt(6) == 0
                ? BigDecimal.ZERO
                : new BigDecimal(random.nextInt(1_000_000)).movePointLeft(5)
                        .add(new BigDecimal(random.nextLong(1_000_000_000L)).movePointLeft(18));
    }

    @Test
    void theBridgeTellsPriceVolumeAndMixApart() {
        Bridge price = Bridge.of(List.of(item("10", "100", "15", "100")), true);
        assertThat(price.price()).isEqualByComparingTo("5");
        assertThat(price.volume()).isEqualByComparingTo("0");
        Bridge volume = Bridge.of(List.of(item("10", "100", "20", "200"), item("30", "100", "60", "200")), true);
        assertThat(volume.volume()).isEqualByComparingTo("40");
        assertThat(volume.mix()).isEqualByComparingTo("0");
        Bridge mix = Bridge.of(List.of(item("10", "100", "5", "50"), item("30", "100", "45", "150")), true);
        assertThat(mix.volume()).isEqualByComparingTo("0");
        assertThat(mix.mix()).isEqualByComparingTo("10");
        assertThat(mix.price()).isEqualByComparingTo("0");
    }

    private static Bridge.Item item(String costBefore, String before, String costAfter, String after) {
        return new Bridge.Item("x", new BigDecimal(costBefore), new BigDecimal(before), new BigDecimal(costAfter),
                new BigDecimal(after));
    }
}
