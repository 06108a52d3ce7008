-- topic: Rates
-- title: Which commitments were bought, and for how much?
-- focus: 1.1
-- period: all
-- source: https://focus.finops.org/use-case/commitment-discount-purchases/
SELECT ServiceProviderName, BillingAccountId, CommitmentDiscountId, CommitmentDiscountName, CommitmentDiscountType,
    CommitmentDiscountUnit, ChargeFrequency, min(ChargePeriodStart) AS FirstCharge,
        max(ChargePeriodEnd) AS LastCharge,
    sum(CommitmentDiscountQuantity) AS TotalCommitmentQuantity, BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Purchase'
    AND CommitmentDiscountId IS NOT NULL
GROUP BY ALL
ORDER BY BillingCurrency, TotalBilledCost DESC, CommitmentDiscountId
