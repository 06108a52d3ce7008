-- topic: Invoices
-- title: Which sum should each invoice show?
-- focus: 1.2
-- period: all
-- source: https://focus.finops.org/use-case/verify-accuracy-of-provider-invoices-aka-invoice-reconciliation/
SELECT InvoiceIssuerName, InvoiceId, BillingCurrency, min(BillingPeriodStart) AS FirstBillingPeriod,
    count(*) AS Charges, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY InvoiceIssuerName, InvoiceId, BillingCurrency
ORDER BY FirstBillingPeriod, InvoiceIssuerName, InvoiceId, BillingCurrency
