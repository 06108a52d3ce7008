-- topic: Services
-- title: What does each billing account spend with a provider, by service category and service?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/report-spending-across-billing-periods-by-service-category/
SELECT ServiceProviderName, BillingAccountId, BillingAccountName, strftime(BillingPeriodStart,
    '%Y-%m') AS BillingMonth,
    ServiceCategory, ServiceName, BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, BillingAccountId, BillingMonth, BillingCurrency, TotalBilledCost DESC, ServiceName
