-- topic: Services
-- title: What does each service cost a provider's sub-accounts, day by day?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/report-service-costs-by-providers-subaccount/
SELECT ServiceProviderName, SubAccountId, CAST(ChargePeriodStart AS DATE) AS Day, ServiceName, BillingCurrency,
    sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, SubAccountId, Day, BillingCurrency, TotalEffectiveCost DESC, ServiceName
