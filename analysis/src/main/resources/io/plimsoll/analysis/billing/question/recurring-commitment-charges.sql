-- topic: Rates
-- title: What do commitments cost again each month?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/recurring-commitment-charges/
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, CommitmentDiscountId, CommitmentDiscountName,
    CommitmentDiscountType,
    BillingCurrency, count(*) AS Charges, sum(BilledCost) AS TotalBilledCost, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    AND ChargeFrequency = 'Recurring' AND CommitmentDiscountId IS NOT NULL
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalEffectiveCost DESC, CommitmentDiscountId
