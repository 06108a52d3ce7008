-- topic: Resources
-- title: What are the parts of each resource's cost?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/resource-component-costs/
WITH parts AS (
    SELECT ResourceId, ResourceName, ResourceType, SkuId, ChargeDescription, BillingCurrency,
        sum(EffectiveCost) AS TotalEffectiveCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ResourceId IS NOT NULL
    GROUP BY ALL
)
SELECT *, sum(TotalEffectiveCost) OVER (PARTITION BY ResourceId, BillingCurrency) AS ResourceEffectiveCost
FROM parts
ORDER BY BillingCurrency, ResourceEffectiveCost DESC, ResourceId, TotalEffectiveCost DESC, SkuId, ChargeDescription
