-- topic: Forecast
-- title: How does billed cost by service change from month to month?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/forecast-cashflow/
WITH monthly AS (
    SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, ServiceCategory, ServiceName,
        BillingCurrency, sum(BilledCost) AS TotalBilledCost
    FROM charge
    WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    GROUP BY ALL
)
SELECT *, TotalBilledCost - lag(TotalBilledCost) OVER (PARTITION BY ServiceProviderName, ServiceCategory,
    ServiceName, BillingCurrency ORDER BY BillingMonth) AS ChangeInCost
FROM monthly
ORDER BY BillingMonth, BillingCurrency, TotalBilledCost DESC, ServiceProviderName, ServiceCategory, ServiceName
