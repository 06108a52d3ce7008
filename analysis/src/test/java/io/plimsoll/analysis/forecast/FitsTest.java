package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Fits that are there are not made again, and never stand for other days.
class FitsTest {
    private final Fits fits = new Fits();

    private static DailyCosts costs(int days, String amount) {
        BigDecimal[] cost = new BigDecimal[days];
        Arrays.fill(cost, new BigDecimal(amount));
        return new DailyCosts("USD", LocalDate.of(2026, 1, 1), cost, cost);
    }

    private Ahead ahead(DailyCosts costs, int horizon) {
        return fits.ahead(costs, horizon, Progress.NONE, Cancellation.never());
    }

    @Test
    void theSameDaysGiveTheSameFit() {
        assertThat(ahead(costs(60, "5"), 30)).isSameAs(ahead(costs(60, "5"), 30));
    }

    @Test
    void otherDaysAmountsOrHorizonsGetAFitOfTheirOwn() {
        Ahead first = ahead(costs(60, "5"), 30);
        assertThat(ahead(costs(61, "5"), 30)).isNotSameAs(first);
        assertThat(ahead(costs(60, "5.01"), 30)).isNotSameAs(first);
        assertThat(ahead(costs(60, "5"), 31)).isNotSameAs(first);
    }

    @Test
    void theOldestFitGoesFirst() {
        Ahead first = ahead(costs(40, "5"), 7);
        for (int days = 41; days < 48; days++) {
            ahead(costs(days, "5"), 7);
        }
        assertThat(ahead(costs(40, "5"), 7)).isSameAs(first);
        for (int days = 48; days < 56; days++) {
            ahead(costs(days, "5"), 7);
        }
        assertThat(ahead(costs(40, "5"), 7)).isNotSameAs(first);
    }
}
