WITH resource AS (
    SELECT "ResourceId", "BillingCurrency", sum("EffectiveCost") AS effective,
        CAST(min("ChargePeriodStart") AS DATE) AS first_day, CAST(max("ChargePeriodStart") AS DATE) AS last_day,
        -- The newest charge, one with SKU details before one without; its row number fills the last 13 digits.
        max(CAST(epoch_ms("ChargePeriodStart") + CASE WHEN "SkuPriceDetails" IS NOT NULL THEN 100000000000000 ELSE 0 END
            AS HUGEINT) * 10000000000000 + rowid) AS newest
    FROM charge
    WHERE "ResourceId" IS NOT NULL AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
    GROUP BY 1, 2
)
SELECT r."ResourceId", r."BillingCurrency", c."ResourceName", c."ResourceType", c."ServiceProviderName", c."ServiceName",
    c."SubAccountId", c."RegionId", c."SkuPriceDetails", effective, first_day, last_day, CAST(to_json(c."Tags") AS VARCHAR)
FROM resource r JOIN charge c ON c.rowid = CAST(newest % 10000000000000 AS BIGINT)
ORDER BY effective DESC, 1, 2
