-- topic: Invoices
-- title: What does each provider bill for each service?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/verify-service-charges/
SELECT ServiceProviderName, BillingAccountId, BillingAccountName, ServiceName, BillingCurrency,
    sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, BillingAccountId, BillingCurrency, TotalBilledCost DESC, ServiceName
