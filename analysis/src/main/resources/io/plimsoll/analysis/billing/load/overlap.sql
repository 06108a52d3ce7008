WITH priced AS (
    SELECT "BillingAccountId" AS account, CAST("BillingPeriodStart" AS DATE) AS period, *
    FROM charge
    WHERE ("BillingAccountId", CAST("BillingPeriodStart" AS DATE)) IN (SELECT (account, period) FROM incoming_scope)
        AND ("BilledCost" <> 0 OR "EffectiveCost" <> 0)
),
unit AS MATERIALIZED (
    SELECT account, period, source, file_id, CASE WHEN file_id >= ? THEN 'file ' || file_id ELSE source END AS unit
    FROM (SELECT DISTINCT account, period, source, file_id FROM priced)
),
crowded AS MATERIALIZED (
    SELECT * FROM unit WHERE (account, period) IN
        (SELECT (account, period) FROM unit GROUP BY account, period HAVING count(DISTINCT unit) > 1)
),
candidate AS (
    SELECT account, period, unit, file_id, source, hash("ChargePeriodStart", "ChargePeriodEnd",
        "ChargeCategory", "ChargeDescription", "ResourceId", "SkuId", "SkuPriceId", "ServiceName", "SubAccountId", "RegionId",
        "ConsumedQuantity", "PricingQuantity", "BilledCost", "EffectiveCost") AS print
    FROM priced JOIN crowded USING (account, period, source, file_id)
),
print AS (
    SELECT account, period, unit, print, min(file_id) AS file_id, min(source) AS source, count(*) AS copies
    FROM candidate GROUP BY ALL
),
size AS (
    SELECT account, period, unit, sum(copies) AS total FROM print GROUP BY ALL
),
pair AS (
    SELECT a.account, a.period, a.unit AS unit_a, b.unit AS unit_b, min(a.file_id) AS file_a, min(b.file_id) AS file_b,
        sum(least(a.copies, b.copies)) AS shared
    FROM print a JOIN print b USING (account, period, print)
    WHERE a.unit < b.unit GROUP BY ALL
)
SELECT pair.account, pair.period, coalesce(fa.file, unit_a), coalesce(fb.file, unit_b), shared
FROM pair
JOIN size sa ON sa.account = pair.account AND sa.period = pair.period AND sa.unit = unit_a
JOIN size sb ON sb.account = pair.account AND sb.period = pair.period AND sb.unit = unit_b
LEFT JOIN billing_file fa ON fa.file_id = file_a
LEFT JOIN billing_file fb ON fb.file_id = file_b
WHERE shared >= ? AND shared * 2 > least(sa.total, sb.total)
ORDER BY shared DESC LIMIT 1
