package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Counterfactual;
import io.plimsoll.analysis.anomaly.Counterfactual.Held;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.UnitPrice;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.unit.Money;

/// What the meters of a slice say of price and quantity: before, as the mean of the days before over as many days as the finding has,
/// against the finding's own days.
///
/// @param items one a meter
/// @param unit  of all their quantities, which may be added then; empty if they have several, or none
record PriceAndQuantity(List<Bridge.Item> items, String unit) {
    private static final int SCALE = 8;
    private static final BigDecimal NOTHING = new BigDecimal("0.00000001");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// An item of which cost and quantity are known on both sides.
    private record Measured(BigDecimal costBefore, BigDecimal before, BigDecimal costAfter, BigDecimal after) {
        static Optional<Measured> of(Bridge.Item item) {
            BigDecimal was = item.quantityBefore();
            BigDecimal is = item.quantityAfter();
            return was == null || is == null || was.signum() <= 0 || is.signum() <= 0 || item.costBefore().signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Measured(item.costBefore(), was, item.costAfter(), is));
        }
    }

    Bridge bridge() {
        return Bridge.of(items, sameUnit());
    }

    private boolean sameUnit() {
        return !unit.isEmpty();
    }

    /// What one unit cost before and after, of several meters on the mean; none unless all is measured in one unit.
    Optional<UnitPrice> unitPrice(String currency) {
        Bridge bridge = bridge();
        if (!sameUnit() || !allMeasured() || bridge.before().signum() <= 0 || bridge.after().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new UnitPrice(bridge.before().divide(quantity(Measured::before), UnitPrice.DIGITS),
                bridge.after().divide(quantity(Measured::after), UnitPrice.DIGITS), currency, unit, items.size()));
    }

    private BigDecimal quantity(Function<Measured, BigDecimal> side) {
        return measured().stream().map(side).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Measured> measured() {
        return items.stream().flatMap(each -> Measured.of(each).stream()).toList();
    }

    private boolean allMeasured() {
        return !items.isEmpty() && measured().size() == items.size();
    }

    /// Quantity times unit price (of several meters the mean one) where all is measured in one unit, else the steps of the bridge; none if nothing was paid before.
    Optional<Breakdown> breakdown() {
        Bridge bridge = bridge();
        if (bridge.before().signum() <= 0) {
            return Optional.empty();
        }
        double whole = percent(bridge.after().subtract(bridge.before()), bridge.before());
        String about = "cost of these days, against the mean of the weeks before";
        if (allMeasured() && sameUnit() && bridge.after().signum() > 0) {
            BigDecimal was = quantity(Measured::before);
            BigDecimal is = quantity(Measured::after);
            double quantity = percent(is.subtract(was), was);
            return Optional.of(new Breakdown(about, Breakdown.Rule.MULTIPLY, whole, List.of(
                    new Contribution("quantity", quantity),
                    new Contribution(items.size() == 1 ? "unit price" : "mean unit price",
                            100 * ((100 + whole) / (100 + quantity) - 1)))));
        }
        List<Contribution> parts = new ArrayList<>();
        add(parts, "quantity", bridge.volume(), bridge.before());
        add(parts, "mix", bridge.mix(), bridge.before());
        add(parts, "unit price", bridge.price(), bridge.before());
        add(parts, "started", bridge.started(), bridge.before());
        add(parts, "ended", bridge.ended(), bridge.before());
        add(parts, "not measured", bridge.other(), bridge.before());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Breakdown(about, Breakdown.Rule.ADD, whole, parts));
    }

    private static void add(List<Contribution> parts, String name, BigDecimal step, BigDecimal before) {
        // Quantities come as floating point: a step far below any cent is their rounding.
        if (step.abs().compareTo(NOTHING) > 0) {
            parts.add(new Contribution(name, percent(step, before)));
        }
    }

    private static double percent(BigDecimal part, BigDecimal whole) {
        return HUNDRED.multiply(part).divide(whole, MathContext.DECIMAL64).doubleValue();
    }

    /// The days at the unit prices of before, and at the quantities of before.
    List<Counterfactual> counterfactuals(String currency) {
        if (bridge().before().signum() <= 0) {
            return List.of(new Counterfactual(Held.QUANTITY, null, null,
                    "Nothing was paid for it in the weeks before, so there is no price and no quantity to go back to."));
        }
        List<Measured> measured = measured();
        if (measured.isEmpty()) {
            return List.of(new Counterfactual(Held.UNIT_PRICE, null, null,
                    "The bill measures no quantity on both sides, so price and quantity can't be told apart."));
        }
        return List.of(atOldPrices(measured, currency), atOldQuantities(measured, currency));
    }

    private Counterfactual atOldPrices(List<Measured> measured, String currency) {
        BigDecimal difference = BigDecimal.ZERO;
        for (Measured each : measured) {
            difference = difference.add(scaled(each.costBefore(), each.after(), each.before())).subtract(
                    each.costAfter());
        }
        return counterfactual(Held.UNIT_PRICE, "At the unit prices of before", difference, currency);
    }

    /// What began would not have been used, what ended would have gone on.
    private Counterfactual atOldQuantities(List<Measured> measured, String currency) {
        BigDecimal difference = BigDecimal.ZERO;
        for (Measured each : measured) {
            difference = difference.add(scaled(each.costAfter(), each.before(), each.after())).subtract(
                    each.costAfter());
        }
        Bridge bridge = bridge();
        return counterfactual(Held.QUANTITY, "At the quantities of before",
                difference.subtract(bridge.started()).subtract(bridge.ended()), currency);
    }

    private Counterfactual counterfactual(Held held, String condition, BigDecimal difference, String currency) {
        Bridge bridge = bridge();
        String unmeasured = bridge.other().signum() == 0
                ? ""
                : " What has no usable quantity is left as it is.";
        return of(held, condition, new Money(bridge.after(), currency), new Money(difference, currency), unmeasured);
    }

    /// @param condition the first words of the sentence
    /// @param now       what the days did cost
    /// @param more      more sentences, each after a space
    static Counterfactual of(Held held, String condition, Money now, Money difference, String more) {
        Money exact = difference.rounded(SCALE);
        Money cost = now.plus(exact);
        BigDecimal cents = exact.rounded(2).amount();
        // What it would have cost is the estimate of the three: it gives way, so that the reader's own sum is right.
        BigDecimal then = now.rounded(2).amount().add(cents);
        String change = cents.signum() == 0
                ? "the same"
                : cents.abs().toPlainString() + " " + now.currency() + (cents.signum() < 0 ? " less" : " more");
        return new Counterfactual(held, cost, exact, condition + " it would have cost "
                + then.toPlainString() + " " + now.currency() + ", " + change + "." + more);
    }

    /// `cost * to / from`
    private static BigDecimal scaled(BigDecimal cost, BigDecimal to, BigDecimal from) {
        return cost.multiply(to).divide(from, MathContext.DECIMAL128).setScale(SCALE + 2, RoundingMode.HALF_EVEN);
    }
}
