package io.plimsoll.analysis.billing.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Price;
import io.plimsoll.analysis.billing.PriceCheck;
import io.plimsoll.analysis.billing.PriceCheck.State;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.billing.PurchaseOption;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

/// The list prices that charges state, against the catalogue. Only usage that is counted in hours and names its instance type can be
/// compared; what covers it does not matter, since a list price is the price on demand.
public final class BillPrices {
    private final Database database;
    private final Catalogue catalogue;

    public BillPrices(Database database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /// As `Prices.check`.
    public PriceCheck check(Cancellation cancellation) {
        List<Stated> stated = database.query(Sql.resource(BillPrices.class, "bill-prices.sql"), Stated::of,
                cancellation);
        ListPrices prices = new ListPrices(catalogue, stated.stream().map(Stated::type).distinct().toList());
        return new PriceCheck(stated.stream().map(each -> {
            cancellation.check();
            return each.against(each.linux() ? prices.find(each.query()) : Optional.empty());
        }).toList());
    }

    private record Stated(String provider, String region, String type, boolean linux, Money billed, long charges,
            LocalDate first, LocalDate last, PurchaseOption option) {
        static Stated of(Row row) {
            return new Stated(row.text(1), row.text(2), row.text(3), row.flag(4),
                    new Money(row.decimal(5), row.text(6)), row.whole(7), row.day(8), row.day(9),
                    row.flag(10) ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND);
        }

        PriceQuery query() {
            return new PriceQuery(provider, region, type, option, last);
        }

        PriceCheck.Row against(Optional<Price> found) {
            Price price = found.orElse(null);
            State state = state(price);
            BigDecimal difference = price == null || state == State.OTHER_CURRENCY
                    ? null
                    : billed.amount().divide(price.price().amount(), MathContext.DECIMAL128).subtract(BigDecimal.ONE)
                            .setScale(6, RoundingMode.HALF_EVEN);
            return new PriceCheck.Row(provider, region, type, option, billed, charges, first, last, price, state,
                    difference);
        }

        private State state(@Nullable Price price) {
            if (!linux) {
                return State.OTHER_SYSTEM;
            } else if (price == null) {
                return State.UNKNOWN;
            } else if (!price.price().currency().equals(billed.currency())) {
                return State.OTHER_CURRENCY;
            }
            return price.price().compareTo(billed) == 0 ? State.EQUAL : State.DIFFERENT;
        }
    }
}
