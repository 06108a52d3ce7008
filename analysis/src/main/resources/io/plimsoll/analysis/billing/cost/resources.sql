SELECT "ResourceId", "BillingCurrency", newest."ResourceName", newest."ResourceType", newest."ServiceProviderName",
    newest."ServiceName", newest."SubAccountId", newest."RegionId", newest."SkuPriceDetails", effective, first_day, last_day,
    newest."Tags"
FROM (
    SELECT "ResourceId", "BillingCurrency", sum("EffectiveCost") AS effective,
        CAST(min("ChargePeriodStart") AS DATE) AS first_day, CAST(max("ChargePeriodStart") AS DATE) AS last_day,
        max_by({
            'ResourceName': "ResourceName", 'ResourceType': "ResourceType", 'ServiceProviderName': "ServiceProviderName",
            'ServiceName': "ServiceName", 'SubAccountId': "SubAccountId", 'RegionId': "RegionId",
            'SkuPriceDetails': "SkuPriceDetails", 'Tags': "Tags"
        }, ("SkuPriceDetails" IS NOT NULL, "ChargePeriodStart", file_id, file_line)) AS newest
    FROM charge
    WHERE "ResourceId" IS NOT NULL AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
    GROUP BY 1, 2
)
ORDER BY effective DESC, 1, 2
