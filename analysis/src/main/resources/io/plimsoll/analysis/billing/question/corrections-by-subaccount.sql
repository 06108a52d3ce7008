-- topic: Invoices
-- title: Which sub-accounts do corrections of earlier invoices belong to?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/corrections-by-subaccount/
SELECT ServiceProviderName, BillingAccountId, SubAccountId, SubAccountName, ServiceCategory, BillingCurrency,
    count(*) AS Corrections, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    AND ChargeClass = 'Correction'
GROUP BY ALL
ORDER BY ServiceProviderName, BillingAccountId, SubAccountId, BillingCurrency, TotalBilledCost
