-- topic: Budgets
-- title: What did each provider bill in each billing period?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/update-budgets/
SELECT ServiceProviderName, BillingPeriodStart, BillingPeriodEnd, BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingPeriodStart, ServiceProviderName, BillingCurrency
