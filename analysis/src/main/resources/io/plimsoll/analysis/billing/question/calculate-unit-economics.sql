-- topic: Resources
-- title: What does a gigabyte of data transfer cost, day by day?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/calculate-unit-economics/
-- Change the unit and the words looked for to get the cost of something else.
SELECT CAST(ChargePeriodStart AS DATE) AS Day, ServiceProviderName, BillingCurrency,
    sum(ConsumedQuantity) AS TotalConsumedQuantity, sum(BilledCost) AS TotalBilledCost,
    CAST(sum(BilledCost) / nullif(sum(ConsumedQuantity), 0) AS DECIMAL(38,9)) AS UnitPrice
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ConsumedUnit = 'GB'
    AND ChargeDescription ILIKE '%transfer%'
GROUP BY ALL
ORDER BY Day, ServiceProviderName, BillingCurrency
