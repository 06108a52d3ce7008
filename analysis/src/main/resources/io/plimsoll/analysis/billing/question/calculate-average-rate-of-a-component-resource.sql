-- topic: Resources
-- title: What does an hour of one core cost, by machine series and region?
-- focus: 1.1
-- period: last month
-- source: https://focus.finops.org/use-case/calculate-average-rate-of-a-component-resource/
-- Machines are priced by the hour or as core hours; other units are left out, for their cores say nothing of time.
WITH cores AS (
    SELECT ServiceProviderName, ServiceName, RegionName, BillingCurrency, EffectiveCost,
        coalesce(SkuPriceDetails ->> 'InstanceSeries',
            split_part(SkuPriceDetails ->> 'InstanceType', '.', 1)) AS InstanceSeries,
        PricingQuantity * CASE WHEN lower(PricingUnit) = 'core-hours' THEN 1
            ELSE TRY_CAST(SkuPriceDetails ->> 'CoreCount' AS INTEGER) END AS CoreHours
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Usage'
        AND lower(PricingUnit) IN ('hours', 'hour', 'core-hours')
)
SELECT ServiceProviderName, ServiceName, RegionName, InstanceSeries, BillingCurrency,
    sum(CoreHours) AS TotalCoreHourQuantity, sum(EffectiveCost) AS TotalEffectiveCost,
    CAST(sum(EffectiveCost) / nullif(sum(CoreHours), 0) AS DECIMAL(38,9)) AS CoreHourPrice
FROM cores
WHERE InstanceSeries IS NOT NULL AND CoreHours IS NOT NULL
GROUP BY ALL
ORDER BY ServiceProviderName, ServiceName, RegionName, InstanceSeries, BillingCurrency
