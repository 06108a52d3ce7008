-- topic: Resources
-- title: Which SKUs cost most, at which list price?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/resource-costs-sku/
WITH cost AS (
    SELECT ServiceProviderName, SkuId, SkuPriceId, PricingUnit, ListUnitPrice, BillingCurrency,
        sum(PricingQuantity) AS TotalPricingQuantity, sum(ListCost) AS TotalListCost,
        sum(EffectiveCost) AS TotalEffectiveCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND SkuId IS NOT NULL
    GROUP BY ALL
)
SELECT *
FROM cost
QUALIFY row_number() OVER (PARTITION BY BillingCurrency
    ORDER BY TotalEffectiveCost DESC, SkuId, SkuPriceId, PricingUnit, ListUnitPrice) <= 100
ORDER BY BillingCurrency, TotalEffectiveCost DESC, SkuId, SkuPriceId, PricingUnit, ListUnitPrice
