package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/// What one meter counted of a resource over a period, in one currency: a volume's gigabytes, a gateway's hours, its bytes.
///
/// @param resourceId  as the provider spells it
/// @param name        of its newest charge, empty without one
/// @param type        `ResourceType`, empty without one
/// @param provider    `ServiceProviderName`
/// @param service     `ServiceName`
/// @param category    `ServiceCategory`
/// @param subAccountId empty without one
/// @param regionId    empty without one
/// @param meter       `SkuMeter`, else the provider's own usage type, else the charge's description
/// @param skuDetails  `SkuPriceDetails`, empty without one
/// @param unit        in which `quantity` is counted, empty if the bill does not tell
/// @param quantity    consumed, zero where the bill does not tell
/// @param effective   effective cost
/// @param rows        charges
/// @param days        on which it was charged
/// @param firstDay    first charge day in the period
/// @param lastDay     last charge day in the period
/// @param tags        of its newest charge
public record MeteredUse(String resourceId, String name, String type, String provider, String service, String category,
        String subAccountId, String regionId, String meter, String skuDetails, String unit, BigDecimal quantity,
        BigDecimal effective, String currency, long rows, long days, LocalDate firstDay, LocalDate lastDay,
        Map<String, String> tags) {
    public MeteredUse {
        tags = Map.copyOf(tags);
    }
}
