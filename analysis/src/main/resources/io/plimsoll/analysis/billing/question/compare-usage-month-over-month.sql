-- topic: Resources
-- title: How does the use of each resource change from month to month?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/compare-usage-month-over-month/
WITH monthly AS (
    SELECT strftime(ChargePeriodStart, '%Y-%m') AS Month, ServiceProviderName, ServiceName, ResourceId, SkuId,
        ConsumedUnit,
        sum(ConsumedQuantity) AS TotalConsumedQuantity
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Usage'
    GROUP BY ALL
)
SELECT *, TotalConsumedQuantity - lag(TotalConsumedQuantity) OVER (
    PARTITION BY ServiceProviderName, ServiceName, ResourceId, SkuId, ConsumedUnit ORDER BY Month) AS ChangeInQuantity
FROM monthly
ORDER BY Month, ServiceProviderName, ServiceName, ResourceId, SkuId, ConsumedUnit
