-- topic: Forecast
-- title: How does amortized cost by service and kind of charge change from month to month?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/forecast-amortized-costs/
WITH monthly AS (
    SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, ServiceCategory, ServiceName,
        ChargeCategory, BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
    FROM charge
    WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    GROUP BY ALL
)
SELECT *, TotalEffectiveCost - lag(TotalEffectiveCost) OVER (PARTITION BY ServiceProviderName, ServiceCategory,
    ServiceName, ChargeCategory, BillingCurrency ORDER BY BillingMonth) AS ChangeInCost
FROM monthly
ORDER BY BillingMonth, BillingCurrency, TotalEffectiveCost DESC, ServiceProviderName, ServiceCategory, ServiceName,
    ChargeCategory
