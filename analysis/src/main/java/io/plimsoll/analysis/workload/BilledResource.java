package io.plimsoll.analysis.workload;

import java.util.Map;

import io.plimsoll.analysis.unit.Money;

/// A charged resource of a workload.
///
/// @param cost       effective cost over the map's period
/// @param skuDetails `SkuPriceDetails`: JSON with the instance type and the like, or empty
/// @param tags       of its newest charge
public record BilledResource(String resourceId, String name, String type, String service, String regionId, Money cost,
        String skuDetails, Map<String, String> tags) {
    public BilledResource {
        tags = Map.copyOf(tags);
    }
}
