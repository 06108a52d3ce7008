-- What a commitment was seen to cover. A plan for spending covers whatever runs in its services; one for usage, and one that is named
-- after instances, covers a series in a region.
SELECT DISTINCT "CommitmentDiscountId", "ServiceName",
    CASE WHEN narrow THEN coalesce("RegionId", '') END AS region,
    CASE WHEN narrow THEN series END AS series
FROM (SELECT *, coalesce("CommitmentDiscountCategory", '') = 'Usage' OR lower(coalesce("CommitmentDiscountType", '')) LIKE '%instance%'
            AS narrow,
        coalesce(json_extract_string("SkuPriceDetails", '$.InstanceSeries'),
            regexp_extract(json_extract_string("SkuPriceDetails", '$.InstanceType'), '^(.*?)[.]', 1), '') AS series
    FROM charge
    WHERE "CommitmentDiscountStatus" = 'Used' AND "ChargeCategory" = 'Usage' AND "ChargePeriodStart" >= ?
        AND "ChargePeriodStart" < ?)
