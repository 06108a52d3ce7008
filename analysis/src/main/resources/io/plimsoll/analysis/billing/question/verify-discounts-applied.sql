-- topic: Invoices
-- title: Which discount was applied to each service?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/verify-discounts-applied/
SELECT ServiceProviderName, BillingAccountId, BillingAccountName, ServiceName, BillingCurrency,
    sum(ListCost) AS TotalListCost, sum(ContractedCost) AS TotalContractedCost, sum(BilledCost) AS TotalBilledCost,
    sum(EffectiveCost) AS TotalEffectiveCost,
    round(100 * (1 - sum(ContractedCost) / nullif(sum(ListCost), 0)), 2) AS NegotiatedDiscountPercent,
    round(100 * (1 - sum(EffectiveCost) / nullif(sum(ListCost), 0)), 2) AS EffectiveDiscountPercent
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    AND ChargeClass IS DISTINCT FROM 'Correction'
GROUP BY ALL
ORDER BY ServiceProviderName, BillingAccountId, BillingCurrency, TotalListCost DESC, ServiceName
