SELECT coalesce("ServiceProviderName", ''), coalesce("HostProviderName", ''), coalesce("InvoiceIssuerName", ''),
    coalesce("ServiceName", ''), coalesce("SkuMeter", ''), coalesce("Extensions"['x_UsageType'], ''), coalesce("Extensions"['x_Operation'], ''),
    coalesce("ChargeDescription", ''), coalesce("ResourceType", ''), coalesce("ResourceId", ''), coalesce("ResourceName", ''),
    coalesce("SubAccountId", ''), CAST(to_json("Tags") AS VARCHAR) AS tags, "BillingCurrency",
    CAST(date_trunc('month', "ChargePeriodStart") AS DATE) AS month,
    CASE WHEN "ChargeCategory" <> 'Usage' THEN ''
        WHEN "ConsumedQuantity" IS NOT NULL AND "ConsumedUnit" IS NOT NULL THEN "ConsumedUnit" ELSE coalesce("PricingUnit", '') END AS unit,
    sum(CASE WHEN "ChargeCategory" <> 'Usage' THEN NULL
        WHEN "ConsumedQuantity" IS NOT NULL AND "ConsumedUnit" IS NOT NULL THEN "ConsumedQuantity" ELSE "PricingQuantity" END),
    coalesce(sum("EffectiveCost"), 0), count(*)
FROM charge
WHERE "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
-- Machines are divided among what runs on them, agents included: counted here they would count twice.
    AND NOT (coalesce("ServiceCategory", '') = 'Compute' AND coalesce("ServiceSubcategory", '') IN ('Virtual Machines', ''))
-- SERVICES
GROUP BY ALL
ORDER BY ALL
