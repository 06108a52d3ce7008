package io.plimsoll.analysis.billing;

import java.time.LocalDate;
import java.util.Locale;

/// Which price is asked for. Provider, region and type are compared whatever their case.
///
/// @param provider `aws`, `azure`, `gcp`, `oci`, or what the user's list calls it
/// @param region   as bills spell it in `RegionId`: `us-east-1`
/// @param type     an instance type, a storage item, a part number of Oracle, or a default rate of Kubernetes
/// @param day      on which it is to hold
public record PriceQuery(String provider, String region, String type, PurchaseOption option, LocalDate day) {
    public PriceQuery {
        provider = provider.toLowerCase(Locale.ROOT);
        region = region.toLowerCase(Locale.ROOT);
    }
}
