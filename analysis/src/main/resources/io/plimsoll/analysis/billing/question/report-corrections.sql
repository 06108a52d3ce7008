-- topic: Invoices
-- title: Which corrections of earlier invoices were billed?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/report-corrections/
SELECT ServiceProviderName, BillingAccountId, strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ChargeCategory,
    ServiceCategory,
    ServiceName, BillingCurrency, count(*) AS Corrections, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    AND ChargeClass = 'Correction'
GROUP BY ALL
ORDER BY BillingMonth, ServiceProviderName, BillingCurrency, TotalBilledCost, ServiceName
