-- topic: Accounts
-- title: Which billing accounts and sub-accounts have charges, and of which type are they?
-- focus: 1.2
-- period: last month
-- source: https://focus.finops.org/use-case/understand-the-billing-account-or-sub-account-entity/
SELECT ServiceProviderName, BillingAccountId, BillingAccountName, BillingAccountType, SubAccountId, SubAccountName,
    SubAccountType, count(*) AS Charges
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, BillingAccountId, SubAccountId
