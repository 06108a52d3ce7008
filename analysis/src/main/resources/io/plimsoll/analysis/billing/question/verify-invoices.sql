-- topic: Invoices
-- title: What is each billing account billed by each provider?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/verify-invoices/
SELECT ServiceProviderName, BillingAccountId, BillingAccountName, strftime(BillingPeriodStart,
    '%Y-%m') AS BillingMonth,
    BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingMonth, ServiceProviderName, BillingAccountId, BillingCurrency
