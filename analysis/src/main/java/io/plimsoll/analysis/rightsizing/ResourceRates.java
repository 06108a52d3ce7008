package io.plimsoll.analysis.rightsizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;

/// What a reserved core and a reserved GiB cost an hour.
///
/// @param cpuHour price of one core for one hour
/// @param gibHour price of one GiB of memory for one hour, in the same currency
public record ResourceRates(Money cpuHour, Money gibHour) {
    /// Hours of a month: 8760 / 12, as the providers' calculators take it.
    public static final BigDecimal MONTH_HOURS = BigDecimal.valueOf(730);

    /// ISO 4217's code for no currency: amounts in it can be compared, but not be shown.
    public static final String NO_CURRENCY = "XXX";
    /// How a core's price relates to a GiB's where only a node's whole price is known: OpenCost's defaults for AWS
    /// (`configs/aws.json`, CPU 0.031611, RAM 0.004237 an hour; Apache-2.0).
    public static final ResourceRates PROPORTION = new ResourceRates(Money.of("0.031611", NO_CURRENCY),
            Money.of("0.004237", NO_CURRENCY));

    /// Of a bill's amounts; what comes of a division is rounded to them.
    public static final int DECIMALS = 18;

    public ResourceRates {
        if (!cpuHour.currency().equals(gibHour.currency())) {
            throw new IllegalArgumentException(
                    "Rates in two currencies: " + cpuHour.currency() + ", " + gibHour.currency());
        }
    }

    /// The proportion, scaled so that `size` costs `monthly` for 730 h.
    ///
    /// @return empty if the size requests nothing
    public static Optional<ResourceRates> billed(Size size, Money monthly) {
        BigDecimal weight = PROPORTION.exactly(size).amount();
        if (weight.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal factor = monthly.amount().divide(weight, MathContext.DECIMAL128);
        return Optional
                .of(new ResourceRates(new Money(PROPORTION.cpuHour.amount().multiply(factor), monthly.currency()),
                        new Money(PROPORTION.gibHour.amount().multiply(factor), monthly.currency())));
    }

    /// Whether its amounts are money.
    public boolean priced() {
        return !cpuHour.currency().equals(NO_CURRENCY);
    }

    /// Cost of the requests of all replicas for 730 hours, to the 18 decimals of a bill: a rate that comes of a division has no end.
    public Money monthly(Size size) {
        return exactly(size).rounded(DECIMALS);
    }

    private Money exactly(Size size) {
        BigDecimal gib = BigDecimal.valueOf(size.memoryRequest()).divide(BigDecimal.valueOf(Bytes.GI));
        Money hour = cpuHour.times(BigDecimal.valueOf(size.cpuRequest())).plus(gibHour.times(gib));
        return hour.times(BigDecimal.valueOf(size.replicas())).times(MONTH_HOURS);
    }
}
