-- topic: Invoices
-- title: Who provides, hosts and invoices what is billed?
-- focus: 1.2
-- period: all
-- source: https://focus.finops.org/use-case/identify-sources-of-billed-cost/
SELECT ServiceProviderName, HostProviderName, InvoiceIssuerName, InvoiceId, BillingCurrency,
    sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, HostProviderName, InvoiceIssuerName, InvoiceId, BillingCurrency
