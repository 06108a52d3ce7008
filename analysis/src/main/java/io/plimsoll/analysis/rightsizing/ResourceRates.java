package io.plimsoll.analysis.rightsizing;

import java.math.BigDecimal;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;

/// What a reserved core and a reserved GiB cost an hour.
///
/// @param cpuHour price of one core for one hour
/// @param gibHour price of one GiB of memory for one hour, in the same currency
public record ResourceRates(Money cpuHour, Money gibHour) {
    /// Hours of a month: 8760 / 12, as the providers' calculators take it.
    public static final BigDecimal MONTH_HOURS = BigDecimal.valueOf(730);

    public ResourceRates {
        if (!cpuHour.currency().equals(gibHour.currency())) {
            throw new IllegalArgumentException(
                    "Rates in two currencies: " + cpuHour.currency() + ", " + gibHour.currency());
        }
    }

    /// Cost of the requests of all replicas for 730 hours.
    public Money monthly(Size size) {
        BigDecimal gib = BigDecimal.valueOf(size.memoryRequest()).divide(BigDecimal.valueOf(Bytes.GI));
        Money hour = cpuHour.times(BigDecimal.valueOf(size.cpuRequest())).plus(gibHour.times(gib));
        return hour.times(BigDecimal.valueOf(size.replicas())).times(MONTH_HOURS);
    }
}
