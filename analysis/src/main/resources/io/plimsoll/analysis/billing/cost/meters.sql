-- Usage only: purchases, taxes and corrections of other days say nothing of what a resource did.
SELECT "ResourceId",
    coalesce(max_by("ResourceName", "ChargePeriodStart"), ''), coalesce(any_value("ResourceType"), ''),
    coalesce(any_value("ServiceProviderName"), ''), coalesce(any_value("ServiceName"), ''), coalesce(any_value("ServiceCategory"), ''),
    coalesce(any_value("SubAccountId"), ''), coalesce(any_value("RegionId"), ''),
    coalesce("SkuMeter", "Extensions"['x_UsageType'], "ChargeDescription", '') AS meter,
    coalesce(max_by("SkuPriceDetails", "ChargePeriodStart"), ''),
    coalesce("ConsumedUnit", "PricingUnit", '') AS unit,
    coalesce(sum(coalesce("ConsumedQuantity", "PricingQuantity")), 0), sum("EffectiveCost"), "BillingCurrency",
    count(*), count(DISTINCT CAST("ChargePeriodStart" AS DATE)),
    CAST(min("ChargePeriodStart") AS DATE), CAST(max("ChargePeriodStart") AS DATE),
    CAST(to_json(max_by("Tags", "ChargePeriodStart")) AS VARCHAR)
FROM charge
WHERE "ResourceId" IS NOT NULL AND "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL
    AND coalesce("CommitmentDiscountStatus", '') <> 'Unused' AND "ServiceCategory" IN ('Compute', 'Storage', 'Networking')
    AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
GROUP BY "ResourceId", "BillingCurrency", meter, unit
ORDER BY "ResourceId", meter, unit, "BillingCurrency"
