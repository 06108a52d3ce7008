-- topic: Services
-- title: What does each service cost in each region, day by day?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/analyze-service-costs-by-region/
SELECT CAST(ChargePeriodStart AS DATE) AS Day, ServiceProviderName, RegionId, ServiceName, BillingCurrency,
    sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY Day, BillingCurrency, TotalEffectiveCost DESC, RegionId, ServiceName
