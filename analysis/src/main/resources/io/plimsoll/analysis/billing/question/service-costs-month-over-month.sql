-- topic: Services
-- title: How does the cost of each service change from month to month?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/service-costs-month-over-month/
WITH monthly AS (
    SELECT strftime(ChargePeriodStart, '%Y-%m') AS Month, ServiceProviderName, ServiceName, BillingCurrency,
        sum(EffectiveCost) AS TotalEffectiveCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
    GROUP BY ALL
)
SELECT *, TotalEffectiveCost - lag(TotalEffectiveCost) OVER (PARTITION BY ServiceProviderName, ServiceName,
    BillingCurrency ORDER BY Month) AS ChangeInCost
FROM monthly
ORDER BY Month, BillingCurrency, TotalEffectiveCost DESC, ServiceProviderName, ServiceName
