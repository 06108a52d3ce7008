-- The end that a contract tells comes first, then the period of a purchase that runs for more than two months, then the provider's own
-- column, then the words of the purchase.
WITH seen AS (
    SELECT "CommitmentDiscountId" AS id, max("CommitmentDiscountName") AS name, max("CommitmentDiscountType") AS type,
        max("CommitmentDiscountCategory") AS category,
        max(CASE WHEN "ChargeCategory" = 'Purchase' AND date_diff('day', "ChargePeriodStart", "ChargePeriodEnd") > 62
            THEN "ChargePeriodEnd" END) AS purchased,
        -- A provider's end is the last second of the term.
        max(TRY_CAST("Extensions"['x_CommitmentEnd'] AS TIMESTAMP) + INTERVAL 1 SECOND) AS told,
        max(CASE WHEN "ChargeCategory" = 'Purchase' AND regexp_matches(lower("ChargeDescription" || ' ' || coalesce("SkuPriceId", '')),
                '(^|[^0-9])3[ -]?(y|yr|year)') THEN "ChargePeriodStart" + INTERVAL 3 YEAR
            WHEN "ChargeCategory" = 'Purchase' AND regexp_matches(lower("ChargeDescription" || ' ' || coalesce("SkuPriceId", '')),
                '(^|[^0-9])1[ -]?(y|yr|year)') AND coalesce("ChargeFrequency", '') <> 'Recurring'
            THEN "ChargePeriodStart" + INTERVAL 1 YEAR END) AS worded
    FROM charge WHERE "CommitmentDiscountId" IS NOT NULL GROUP BY 1
), contract AS (
    SELECT "ContractCommitmentId" AS id, max("ContractCommitmentPeriodEnd") AS ends FROM contract_commitment GROUP BY 1
)
SELECT seen.id, coalesce(name, seen.id), coalesce(type, ''), coalesce(category, ''),
    CAST(coalesce(contract.ends, purchased, told, worded) AS DATE),
    CASE WHEN contract.ends IS NOT NULL THEN 'its contract' WHEN purchased IS NOT NULL THEN 'the period of its purchase'
        WHEN told IS NOT NULL THEN 'the bill''s column of its end' WHEN worded IS NOT NULL THEN 'the words of its purchase' ELSE '' END
FROM seen LEFT JOIN contract ON contract.id = seen.id
ORDER BY 1
