-- topic: Budgets
-- title: What has each sub-account been billed for its use, to hold against its budget?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/compare-billed-budget/
-- Charges count in the month they are for: corrections billed later don't blur the comparison.
SELECT strftime(ChargePeriodStart, '%Y-%m') AS Month, ServiceProviderName, SubAccountId, SubAccountName,
    BillingCurrency,
    sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Usage'
GROUP BY ALL
ORDER BY Month, BillingCurrency, TotalBilledCost DESC, SubAccountId
