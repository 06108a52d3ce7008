package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Counterfactual;
import io.plimsoll.analysis.anomaly.Counterfactual.Held;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.around.Driver;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.unit.Money;

/// Whether the cost of a finding follows a driver, and what it would have cost had that stayed where it was.
///
/// Cost follows a driver if the median cost of a day for each unit of it is the same within a tenth before and after. Then every day is
/// divided by that day's driver and multiplied by the driver of before.
///
/// @param change relative change of the cost for each unit
record DriverCost(Driver driver, double change) {
    private static final double SAME = 0.1;
    private static final int ENOUGH = 3;

    /// The first driver that cost follows, else the one that it follows most nearly.
    ///
    /// @param before days before the finding of which the cost is known
    static Optional<DriverCost> of(List<Driver> drivers, FindingCost cost, List<LocalDate> before,
            List<LocalDate> counted) {
        List<DriverCost> all = drivers.stream().map(each -> new DriverCost(each, change(each, cost, before, counted)))
                .filter(each -> Double.isFinite(each.change)).toList();
        return all.stream().filter(DriverCost::followed).findFirst()
                .or(() -> all.stream().min(Comparator.comparing(each -> Math.abs(Math.log1p(each.change)))));
    }

    private boolean followed() {
        return Math.abs(change) <= SAME;
    }

    private static double change(Driver driver, FindingCost cost, List<LocalDate> before, List<LocalDate> counted) {
        double[] was = perUnit(driver, cost, before);
        // On the first day the change may lie anywhere.
        double[] is = perUnit(driver, cost, counted.size() > 1 ? counted.subList(1, counted.size()) : counted);
        return was.length < ENOUGH || is.length == 0 ? Double.NaN : Robust.median(is) / Robust.median(was) - 1;
    }

    private static double[] perUnit(Driver driver, FindingCost cost, List<LocalDate> days) {
        return days.stream().filter(day -> driver.days().getOrDefault(day, BigDecimal.ZERO).signum() > 0)
                .mapToDouble(day -> cost.of(day).doubleValue()
                        / driver.days().getOrDefault(day, driver.level()).doubleValue())
                .toArray();
    }

    Counterfactual counterfactual(FindingCost cost, List<LocalDate> counted, String currency) {
        if (!followed()) {
            return new Counterfactual(Held.DRIVER, null, null, String.format(Locale.ROOT,
                    "Cost does not follow %s alone: it went from %s, and the cost for each changed by %+.0f %%.",
                    driver.name(), driver.change(), 100 * change));
        }
        BigDecimal now = cost.sum(counted);
        BigDecimal then = BigDecimal.ZERO;
        for (LocalDate day : counted) {
            BigDecimal level = driver.days().getOrDefault(day, driver.level());
            then = then.add(level.signum() == 0
                    ? cost.of(day)
                    : cost.of(day).multiply(driver.level()).divide(level, MathContext.DECIMAL128));
        }
        return PriceAndQuantity.of(Held.DRIVER, "At " + driver.before(), new Money(now, currency),
                new Money(then.subtract(now), currency), " It went from " + driver.change() + ".");
    }

    /// Mean day against mean day; empty where cost does not follow.
    Optional<Breakdown> breakdown(FindingCost cost, List<LocalDate> before, List<LocalDate> counted) {
        double was = mean(cost, before);
        double is = mean(cost, counted);
        double level = driver.mean(before).doubleValue();
        double units = driver.mean(counted).doubleValue() / level;
        return !followed() || was <= 0 || units <= 0
                ? Optional.empty()
                : Optional.of(new Breakdown("cost of a day, against the mean day of the weeks before",
                        Breakdown.Rule.MULTIPLY, 100 * (is / was - 1), List.of(
                                new Contribution(driver.name(), 100 * (units - 1)),
                                new Contribution("cost for each", 100 * (is / was / units - 1)))));
    }

    private static double mean(FindingCost cost, List<LocalDate> days) {
        return cost.sum(days).doubleValue() / days.size();
    }
}
