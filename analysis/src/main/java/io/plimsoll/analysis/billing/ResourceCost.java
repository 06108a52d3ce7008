package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/// A billed resource over a period, in one currency. Names and tags are those of its newest charge.
///
/// @param resourceId   as the provider spells it
/// @param name         empty without one
/// @param type         empty without one
/// @param provider     `ServiceProviderName`
/// @param service      `ServiceName`
/// @param subAccountId empty without one
/// @param regionId     empty without one
/// @param skuDetails   `SkuPriceDetails`: JSON with the instance type and the like, empty without one
/// @param currency     of the cost
/// @param effective    effective cost of all its charges
/// @param firstDay     first charge day in the period
/// @param lastDay      last charge day in the period
/// @param tags         key to value
public record ResourceCost(String resourceId, String name, String type, String provider, String service,
        String subAccountId, String regionId, String skuDetails, String currency, BigDecimal effective,
        LocalDate firstDay, LocalDate lastDay, Map<String, String> tags) {}
