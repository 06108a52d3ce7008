package io.plimsoll.analysis.anomaly;

import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.unit.Money;

/// What hides a finding in a larger slice: other parts of it moved the other way at the same time.
///
/// @param inside   the larger slice, in which little is to be seen
/// @param beside   other slices that moved like the finding's own, largest first; often none
/// @param against  slices that moved the other way, largest first; never empty
public record Offset(SeriesKey inside, List<Side> beside, List<Side> against) {
    public Offset {
        beside = List.copyOf(beside);
        against = List.copyOf(against);
    }

    /// @param amount over (or under) what was expected of it in those days
    public record Side(SeriesKey key, Money amount) {}

    /// What moved the other way, all together.
    public Money counter() {
        return against.stream().map(Side::amount).reduce(Money::plus).orElseThrow();
    }

    /// `Rose 412.00 USD, hidden in the total by 398.00 USD less of m5.`
    ///
    /// @param impact of the finding
    public String sentence(Money impact) {
        Money whole = beside.stream().map(Side::amount).reduce(impact, Money::plus);
        boolean up = whole.signum() > 0;
        String own = beside.isEmpty() ? "" : " together with " + names(beside);
        return (up ? "Rose " : "Fell ") + size(whole) + own + ", hidden in "
                + (inside.dimensions().isEmpty() ? "the total" : inside.title()) + " by " + size(counter())
                + (up ? " less of " : " more of ") + names(against) + ".";
    }

    private String names(List<Side> sides) {
        return sides.stream().map(each -> name(each.key())).collect(Collectors.joining(", "));
    }

    /// Without the values that the larger slice has anyway.
    private String name(SeriesKey key) {
        String own = key.dimensions().entrySet().stream()
                .filter(each -> !inside.dimensions().containsKey(each.getKey()))
                .map(each -> each.getValue()).collect(Collectors.joining(" \u00b7 "));
        return own.isEmpty() ? key.title() : own;
    }

    private static String size(Money money) {
        Money cents = (money.signum() < 0 ? money.negate() : money).rounded(2);
        return cents.amount().toPlainString() + " " + cents.currency();
    }
}
