-- topic: Forecast
-- title: How much was used at which effective rate, by service and region?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/forecast-costs/
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, ServiceCategory, ServiceName,
    RegionId, RegionName,
    PricingUnit, BillingCurrency, sum(PricingQuantity) AS TotalPricingQuantity,
        sum(EffectiveCost) AS TotalEffectiveCost,
    CAST(sum(EffectiveCost) / nullif(sum(PricingQuantity), 0) AS DECIMAL(38,9)) AS EffectiveUnitPrice
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalEffectiveCost DESC, ServiceName, RegionId, PricingUnit
