-- topic: Allocation
-- title: Which share of the cost carries each tag?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/analyze-tag-coverage/
WITH cost AS (
    SELECT ServiceProviderName, BillingCurrency, Tags, EffectiveCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND EffectiveCost > 0
), whole AS (
    SELECT ServiceProviderName, BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
    FROM cost
    GROUP BY ALL
), tagged AS (
    SELECT ServiceProviderName, BillingCurrency, unnest(map_keys(Tags)) AS Tag, EffectiveCost
    FROM cost
), covered AS (
    SELECT ServiceProviderName, BillingCurrency, Tag, sum(EffectiveCost) AS TaggedEffectiveCost
    FROM tagged
    GROUP BY ALL
)
SELECT *, round(100 * TaggedEffectiveCost / TotalEffectiveCost, 2) AS TaggedPercent
FROM covered
JOIN whole USING (ServiceProviderName, BillingCurrency)
ORDER BY ServiceProviderName, BillingCurrency, TaggedEffectiveCost DESC, Tag
