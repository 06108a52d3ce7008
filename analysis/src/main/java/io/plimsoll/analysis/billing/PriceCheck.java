package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// List prices of the bill against the catalogue: whether it is current. The user's lists take no part.
///
/// @param rows the most charges first
public record PriceCheck(List<Row> rows) {
    public PriceCheck {
        rows = List.copyOf(rows);
    }

    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /// Whether no published price differs. Estimates may.
    public boolean holds() {
        return rows.stream().noneMatch(row -> row.state() == State.DIFFERENT && row.catalogue() != null
                && row.catalogue().basis() == Price.Basis.LISTED);
    }

    /// One list price that the bill states for an hour of an instance type.
    ///
    /// @param billed     `ListUnitPrice`, in the billing currency
    /// @param charges    that state it
    /// @param last       the last day of one; the catalogue was asked for this day
    /// @param catalogue  its price, or null
    /// @param difference billed / catalogue - 1, rounded to 6 decimals; null where they can't be compared
    public record Row(String provider, String region, String type, PurchaseOption option, Money billed, long charges,
            LocalDate first, LocalDate last, @Nullable Price catalogue, State state,
            @Nullable BigDecimal difference) {}

    /// What a comparison came to. The catalogue knows Linux only, so other systems are not compared.
    public enum State {
        EQUAL, DIFFERENT, UNKNOWN, OTHER_CURRENCY, OTHER_SYSTEM;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
