-- topic: Services
-- title: What does each service cost each sub-account, by billing period?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/costs-service-name/
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, SubAccountId, SubAccountName,
    ServiceName,
    BillingCurrency, sum(BilledCost) AS TotalBilledCost, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalEffectiveCost DESC, ServiceName, SubAccountId
