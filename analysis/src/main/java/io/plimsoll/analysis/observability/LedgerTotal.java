package io.plimsoll.analysis.observability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// All lines of one currency.
///
/// @param cost   effective, the sum of the lines to the last digit
/// @param bill   effective cost of the whole bill on the same days
/// @param months of the ledger, one each
public record LedgerTotal(String currency, BigDecimal cost, BigDecimal bill, List<MonthCost> months) {
    private static final int DIGITS = 6;

    public LedgerTotal {
        months = List.copyOf(months);
    }

    /// Of the whole bill, 0..1; absent where the bill comes to nothing.
    public Optional<BigDecimal> share() {
        return ratio(cost, bill);
    }

    /// The latest whole month against the one before: 0.1 is a tenth more.
    public Optional<BigDecimal> change() {
        List<MonthCost> whole = months.stream().filter(MonthCost::whole).toList();
        if (whole.size() < 2) {
            return Optional.empty();
        }
        BigDecimal before = whole.get(whole.size() - 2).cost();
        return ratio(whole.getLast().cost().subtract(before), before);
    }

    private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, DIGITS, RoundingMode.HALF_EVEN));
    }
}
