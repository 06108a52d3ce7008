SELECT epoch(date_trunc(?, "ChargePeriodStart")) AS slot, "BillingCurrency", "ServiceName", coalesce("RegionId", ''),
    coalesce(json_extract_string("SkuPriceDetails", '$.InstanceSeries'),
        regexp_extract(json_extract_string("SkuPriceDetails", '$.InstanceType'), '^(.*?)[.]', 1), '') AS series,
    sum(coalesce("ListCost", "EffectiveCost")), sum("EffectiveCost")
FROM charge
WHERE "CommitmentDiscountId" IS NULL AND "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL
    AND coalesce("PricingCategory", 'Standard') = 'Standard' AND "ServiceCategory" = 'Compute'
    AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
GROUP BY ALL
ORDER BY ALL
