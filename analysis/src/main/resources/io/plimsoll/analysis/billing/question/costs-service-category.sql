-- topic: Services
-- title: What is billed for each service category?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/costs-service-category/
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, ServiceCategory, BillingCurrency,
    sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalBilledCost DESC, ServiceCategory
