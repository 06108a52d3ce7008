-- topic: Services
-- title: What does each sub-account cost in each availability zone?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/costs-by-availability-zone/
SELECT ServiceProviderName, SubAccountId, SubAccountName, RegionName, AvailabilityZone,
    strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, SubAccountId, RegionName, AvailabilityZone, BillingMonth, BillingCurrency
