-- topic: Rates
-- title: Which share of the contracted price do commitments save, by service?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/effective-savings-rate-services/
SELECT ServiceProviderName, ServiceName, BillingCurrency, sum(ContractedCost) AS TotalContractedCost,
    sum(EffectiveCost) AS TotalEffectiveCost,
    round(100 * (1 - sum(EffectiveCost) / nullif(sum(ContractedCost), 0)), 2) AS SavedOfContractedPercent
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, BillingCurrency, TotalContractedCost DESC, ServiceName
