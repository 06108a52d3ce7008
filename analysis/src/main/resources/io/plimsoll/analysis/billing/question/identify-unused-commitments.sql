-- topic: Rates
-- title: Which commitments were paid for and not used?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/identify-unused-commitments/
SELECT ServiceProviderName, BillingAccountId, CommitmentDiscountId, CommitmentDiscountName, CommitmentDiscountType,
    min(ChargePeriodStart) AS FirstUnused, max(ChargePeriodEnd) AS LastUnused, BillingCurrency,
    sum(BilledCost) AS TotalBilledCost, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND CommitmentDiscountStatus = 'Unused'
GROUP BY ALL
ORDER BY BillingCurrency, TotalEffectiveCost DESC, CommitmentDiscountId
