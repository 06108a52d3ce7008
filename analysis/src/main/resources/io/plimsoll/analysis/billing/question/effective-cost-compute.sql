-- topic: Resources
-- title: What does compute cost, by kind of commitment discount?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/effective-cost-compute/
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, ServiceName, SubAccountId,
    SubAccountName,
    coalesce(CommitmentDiscountType, '(none)') AS Commitment, BillingCurrency,
    sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    AND ServiceCategory = 'Compute'
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalEffectiveCost DESC, ServiceName, SubAccountId, Commitment
