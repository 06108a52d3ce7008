package io.plimsoll.analysis.billing;

import java.time.LocalDate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTest extends BillingTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private BillingSpan span(ToIntFunction<LocalDate> cost) {
        fixture.load(fixture.focus("a.csv", IntStream.range(0, 31).mapToObj(FIRST::plusDays)
                .map(day -> BillingFixture.row(Integer.toString(cost.applyAsInt(day)), "1", "AWS", day.toString()))
                .toArray(String[]::new)));
        return fixture.billing.span().orElseThrow();
    }

    @Test
    void lateDaysAreIncompleteAndWeekendsAreNot() {
        BillingSpan span = span(day -> {
            int weekday = day.getDayOfWeek().getValue() > 5 ? 20 : 100;
            return day.getDayOfMonth() >= 30 ? weekday / 4 : weekday;
        });
        assertThat(span.lastComplete()).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(span.incompleteFrom()).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    @Test
    void aDayThatLacksAThirdIsIncompleteUnlessTheCostVariesSoMuchAnyway() {
        assertThat(span(day -> day.getDayOfMonth() == 31 ? 66 : 100).lastComplete())
                .isEqualTo(LocalDate.of(2026, 3, 30));
    }

    @Test
    void aDayThatIsNoLowerThanOthersIsComplete() {
        assertThat(
                span(day -> day.getDayOfMonth() == 31 ? 66 : 100 + 35 * (day.getDayOfMonth() % 3 - 1)).incompleteFrom())
                .isNull();
    }

    @Test
    void lastingDropIsANewLevelAndNotLateness() {
        assertThat(span(day -> day.getDayOfMonth() >= 24 ? 30 : 100).incompleteFrom()).isNull();
    }

    @Test
    void emptyWorkspaceHasNoSpanAndNoTables() {
        assertThat(fixture.billing.span()).isEmpty();
        assertThat(
                fixture.billing.costs(CostQuery.by(CostMetric.BILLED), io.plimsoll.analysis.task.Cancellation.never()))
                .isEmpty();
        assertThat(fixture.billing.summary().freshTo()).isNull();
    }
}
