-- topic: Invoices
-- title: Which credits lower the invoices, and by how much?
-- focus: 1.2
-- period: all
-- source: https://focus.finops.org/use-case/analyze-credit-memos/
SELECT ServiceProviderName, InvoiceId, strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ChargeDescription,
    BillingCurrency,
    count(*) AS Credits, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Credit'
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalBilledCost, ServiceProviderName
