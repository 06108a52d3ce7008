WITH detailed AS (
    SELECT *, CASE WHEN json_valid("SkuPriceDetails") THEN CAST("SkuPriceDetails" AS JSON) END AS details
    FROM charge
    WHERE "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL AND "ListUnitPrice" > 0
        AND regexp_matches("PricingUnit", '^(1 )?(hours?|hrs?|h)$', 'i'))
SELECT source, coalesce("RegionId", ''), details->>'$.InstanceType' AS instance_type,
    coalesce(details->>'$.OperatingSystem', 'Linux') ILIKE '%linux%' AS linux, "ListUnitPrice", "BillingCurrency", count(*) AS charges,
    CAST(min("ChargePeriodStart") AS DATE), CAST(max("ChargePeriodStart") AS DATE),
    coalesce("PricingCategory" = 'Dynamic', false) AS dynamic
FROM detailed
WHERE instance_type IS NOT NULL
GROUP BY source, "RegionId", instance_type, linux, "ListUnitPrice", "BillingCurrency", dynamic
ORDER BY charges DESC, source, instance_type, "RegionId", "ListUnitPrice"
