package io.plimsoll.analysis.observability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.ObservabilityRule;
import io.plimsoll.analysis.billing.ObservabilitySlice;
import io.plimsoll.analysis.billing.ObservabilitySlice.Part;
import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.unit.Days;

/// Charges for one part of one signal, of one service, account and team.
///
/// @param part     what is paid for: ingestion, storage, queries, ...
/// @param account  empty without one
/// @param team     by tag, empty without one
/// @param unit     of the quantity, empty without one: quantities of two units make two lines
/// @param quantity used, null where the bill does not tell
/// @param cost     effective, of all days
/// @param months   of all months of the ledger that have charges
/// @param rows     charges
public record LedgerLine(TelemetrySignal signal, String part, String provider, String service, String account,
        String team, String currency, String unit, @Nullable BigDecimal quantity, BigDecimal cost,
        List<MonthCost> months, long rows) {
    public LedgerLine {
        months = List.copyOf(months);
    }

    /// Its charges: `billing.ObservabilityRows` lists them and adds them up.
    ///
    /// @param days of the ledger
    public ObservabilitySlice charges(Days days) {
        return ObservabilitySlice.of(days).where(Part.RULE, signal.id() + " " + part).where(Part.PROVIDER, provider)
                .where(Part.SERVICE, service).where(Part.ACCOUNT, account).where(Part.TEAM, team)
                .where(Part.CURRENCY, currency).where(Part.UNIT, unit);
    }

    /// What one of `unit` cost that came in, as a gigabyte or a metric; absent where that isn't known.
    public Optional<BigDecimal> unitCost() {
        return quantity == null || quantity.signum() <= 0 || unit.isEmpty() || !part.equals(ObservabilityRule.INGESTION)
                ? Optional.empty()
                : Optional.of(cost.divide(quantity, MathContext.DECIMAL64));
    }
}
