-- topic: Rates
-- title: Which share of the list price and of the contracted price is saved with each provider?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/effective-savings-rate/
SELECT ServiceProviderName, BillingCurrency, sum(ListCost) AS TotalListCost,
    sum(ContractedCost) AS TotalContractedCost,
    sum(EffectiveCost) AS TotalEffectiveCost,
    round(100 * (1 - sum(EffectiveCost) / nullif(sum(ListCost), 0)), 2) AS SavedOfListPercent,
    round(100 * (1 - sum(EffectiveCost) / nullif(sum(ContractedCost), 0)), 2) AS SavedOfContractedPercent
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, BillingCurrency
