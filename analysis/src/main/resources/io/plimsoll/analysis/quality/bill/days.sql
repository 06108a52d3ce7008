-- A bill by day and meter, of daily usage. The 300 meters with the most rows stand alone, the others as one.
WITH meter AS (
    SELECT source, "BillingAccountId" AS account, CAST("ChargePeriodStart" AS DATE) AS day,
        coalesce("ServiceName", '') AS service, coalesce("SkuId", '') AS sku,
        count(*) AS row_count,
        count(*) - count(DISTINCT hash("BilledCost", "EffectiveCost", "ListCost", "ConsumedQuantity", "PricingQuantity",
            "ChargePeriodStart", "ChargePeriodEnd", "ChargeDescription", "ResourceId", "SkuPriceId", "SubAccountId",
            "RegionId", "AvailabilityZone", "CommitmentDiscountId", "CommitmentDiscountStatus", "PricingCategory",
            "InvoiceId", "Tags", "Extensions")) AS repeated,
        sum(CAST(coalesce("ListCost", "ContractedCost", "EffectiveCost") AS DOUBLE)) AS cost,
        sum(CAST(coalesce("ConsumedQuantity", "PricingQuantity") AS DOUBLE)) AS quantity,
        min(concat_ws(' / ', "ConsumedUnit", "PricingUnit")) AS unit,
        count(*) - count("ResourceId") AS null_0,
        count(*) - count("ResourceName") AS null_1,
        count(*) - count("ResourceType") AS null_2,
        count(*) - count("RegionId") AS null_3,
        count(*) - count("SubAccountId") AS null_4,
        count(*) - count("SubAccountName") AS null_5,
        count(*) - count("ServiceName") AS null_6,
        count(*) - count("ServiceCategory") AS null_7,
        count(*) - count("SkuId") AS null_8,
        count(*) - count("SkuPriceId") AS null_9,
        count(*) - count("ConsumedQuantity") AS null_10,
        count(*) - count("ConsumedUnit") AS null_11,
        count(*) - count("PricingQuantity") AS null_12,
        count(*) - count("PricingUnit") AS null_13,
        count(*) - count("ListCost") AS null_14,
        count(*) - count("ContractedCost") AS null_15,
        count(*) - count("ListUnitPrice") AS null_16,
        count(*) - count("ContractedUnitPrice") AS null_17,
        count(*) - count("ChargeDescription") AS null_18,
        count(*) - count("PricingCategory") AS null_19,
        count(*) - count(CASE WHEN cardinality("Tags") > 0 THEN 1 END) AS null_20
    FROM charge
    WHERE "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL
    GROUP BY 1, 2, 3, 4, 5
), often AS (
    SELECT source, account, service, sku FROM meter GROUP BY source, account, service, sku
    QUALIFY row_number() OVER (PARTITION BY source, account ORDER BY sum(row_count) DESC, service, sku) <= 300
)
SELECT source, account, day, service, coalesce(often.sku, '') AS meter, sum(row_count)::BIGINT, sum(repeated)::BIGINT,
    sum(cost), sum(quantity), min(unit),
    sum(null_0)::BIGINT,
    sum(null_1)::BIGINT,
    sum(null_2)::BIGINT,
    sum(null_3)::BIGINT,
    sum(null_4)::BIGINT,
    sum(null_5)::BIGINT,
    sum(null_6)::BIGINT,
    sum(null_7)::BIGINT,
    sum(null_8)::BIGINT,
    sum(null_9)::BIGINT,
    sum(null_10)::BIGINT,
    sum(null_11)::BIGINT,
    sum(null_12)::BIGINT,
    sum(null_13)::BIGINT,
    sum(null_14)::BIGINT,
    sum(null_15)::BIGINT,
    sum(null_16)::BIGINT,
    sum(null_17)::BIGINT,
    sum(null_18)::BIGINT,
    sum(null_19)::BIGINT,
    sum(null_20)::BIGINT
FROM meter LEFT JOIN often USING (source, account, service, sku)
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2
