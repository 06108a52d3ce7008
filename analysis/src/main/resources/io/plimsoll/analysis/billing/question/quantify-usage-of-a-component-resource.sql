-- topic: Resources
-- title: How many core hours are used each day, by machine series?
-- focus: 1.1
-- period: last month
-- source: https://focus.finops.org/use-case/quantify-usage-of-a-component-resource/
-- Machines are priced by the hour or as core hours; other units are left out, for their cores say nothing of time.
WITH cores AS (
    SELECT CAST(ChargePeriodStart AS DATE) AS Day, ServiceProviderName, ServiceName, RegionName,
        coalesce(SkuPriceDetails ->> 'InstanceSeries',
            split_part(SkuPriceDetails ->> 'InstanceType', '.', 1)) AS InstanceSeries,
        PricingQuantity * CASE WHEN lower(PricingUnit) = 'core-hours' THEN 1
            ELSE TRY_CAST(SkuPriceDetails ->> 'CoreCount' AS INTEGER) END AS CoreHours
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Usage'
        AND lower(PricingUnit) IN ('hours', 'hour', 'core-hours')
)
SELECT Day, ServiceProviderName, ServiceName, RegionName, InstanceSeries, sum(CoreHours) AS TotalCoreHourQuantity
FROM cores
WHERE InstanceSeries IS NOT NULL AND CoreHours IS NOT NULL
GROUP BY ALL
ORDER BY Day, ServiceProviderName, ServiceName, RegionName, InstanceSeries
