-- topic: Resources
-- title: Which meters does each SKU have, and what does each cost?
-- focus: 1.1
-- period: last month
-- source: https://focus.finops.org/use-case/analyze-the-different-metered-costs-for-a-particular-sku/
SELECT ServiceProviderName, SkuId, SkuMeter, SkuPriceId, PricingUnit, BillingCurrency,
    min(ListUnitPrice) AS LowestListUnitPrice, max(ListUnitPrice) AS HighestListUnitPrice,
    sum(PricingQuantity) AS TotalPricingQuantity, sum(ListCost) AS TotalListCost,
        sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND SkuId IS NOT NULL
GROUP BY ALL
ORDER BY ServiceProviderName, SkuId, SkuMeter, SkuPriceId, PricingUnit, BillingCurrency
