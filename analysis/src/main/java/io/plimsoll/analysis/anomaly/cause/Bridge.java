package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// From one sum of cost to another, step by step, without a residue: `after = before + volume + mix + price + started + ended
/// + other`, exactly.
///
/// For an item with quantities on both sides the quantity effect is its old unit price times the change of quantity, and the price
/// effect is the rest. Volume is what all quantities together would have brought at the old average price; mix is the
/// difference between that and the items' own quantity effects.
///
/// @param before  cost before
/// @param volume  more or less of everything, 0 if units differ and mix holds nothing
/// @param mix     a shift between dear and cheap items
/// @param price   other unit prices
/// @param started items that cost nothing before
/// @param ended   items that cost nothing any more, negative
/// @param other   items without usable quantities
/// @param after   cost after
public record Bridge(BigDecimal before, BigDecimal volume, BigDecimal mix, BigDecimal price, BigDecimal started,
        BigDecimal ended, BigDecimal other, BigDecimal after) {
    private static final int SCALE = 10;
    /// Of estimates in money.
    private static final int MONEY = 8;

    /// One item on both sides. A quantity that is unknown is null.
    ///
    /// @param name such as a SKU
    public record Item(String name, BigDecimal costBefore, @Nullable BigDecimal quantityBefore, BigDecimal costAfter,
            @Nullable BigDecimal quantityAfter) {
        boolean isNew() {
            return costBefore.signum() == 0 && costAfter.signum() != 0;
        }

        boolean isGone() {
            return costAfter.signum() == 0 && costBefore.signum() != 0;
        }

        private boolean measured() {
            return quantityBefore != null && quantityAfter != null && quantityBefore.signum() > 0
                    && quantityAfter.signum() > 0;
        }
    }

    /// @param items    in one currency
    /// @param sameUnit whether quantities of different items may be added; if not, volume is the sum of the items' own quantity
    ///                 effects and mix is zero
    public static Bridge of(List<Item> items, boolean sameUnit) {
        BigDecimal started = BigDecimal.ZERO;
        BigDecimal ended = BigDecimal.ZERO;
        BigDecimal other = BigDecimal.ZERO;
        BigDecimal effects = BigDecimal.ZERO;
        BigDecimal price = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal old = BigDecimal.ZERO;
        BigDecimal now = BigDecimal.ZERO;
        for (Item item : items) {
            BigDecimal change = item.costAfter.subtract(item.costBefore);
            BigDecimal was = item.quantityBefore;
            BigDecimal is = item.quantityAfter;
            if (item.isNew()) {
                started = started.add(change);
            } else if (item.isGone()) {
                ended = ended.add(change);
            } else if (!item.measured() || was == null || is == null) {
                other = other.add(change);
            } else {
                BigDecimal effect = scaled(item.costBefore, was, is);
                effects = effects.add(effect);
                price = price.add(change.subtract(effect));
                cost = cost.add(item.costBefore);
                old = old.add(was);
                now = now.add(is);
            }
        }
        BigDecimal volume = sameUnit && old.signum() > 0 ? scaled(cost, old, now) : effects;
        return new Bridge(sum(items, true), volume, effects.subtract(volume), price, started, ended, other,
                sum(items, false));
    }

    /// `cost * (now - old) / old`; what rounding leaves over falls to the price or the mix, so that nothing is lost.
    private static BigDecimal scaled(BigDecimal cost, BigDecimal old, BigDecimal now) {
        return cost.multiply(now.subtract(old)).divide(old, new MathContext(34)).setScale(SCALE,
                RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(List<Item> items, boolean before) {
        return items.stream().map(item -> before ? item.costBefore : item.costAfter).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    /// The same to some decimals, still without a residue: each step is the difference of the rounded changes before and after it. What it
    /// cost and the whole change are rounded by themselves; `before`, which is an estimate, gives way.
    public Bridge rounded(int decimals) {
        BigDecimal[] steps = {volume, mix, price, started, ended, other};
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < steps.length; i++) {
            BigDecimal next = sum.add(steps[i]);
            steps[i] = to(decimals, next).subtract(to(decimals, sum));
            sum = next;
        }
        BigDecimal now = to(decimals, after);
        return new Bridge(now.subtract(to(decimals, sum)), steps[0], steps[1], steps[2], steps[3], steps[4], steps[5],
                now);
    }

    /// The same as money is written for scripts: with the decimals of the bill's own cost, and eight at least. Nothing but the steps is
    /// rounded where `before` has no more than these.
    public Bridge money() {
        return rounded(Math.max(MONEY, after.stripTrailingZeros().scale()));
    }

    private static BigDecimal to(int decimals, BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /// Always equal to `after`; stated so that it can be tested.
    public BigDecimal sum() {
        return before.add(volume).add(mix).add(price).add(started).add(ended).add(other);
    }
}
