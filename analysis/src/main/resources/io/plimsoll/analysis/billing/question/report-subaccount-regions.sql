-- topic: Accounts
-- title: In which regions does each sub-account have charges?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/report-subaccount-regions/
SELECT ServiceProviderName, SubAccountId, SubAccountName, RegionId, RegionName, count(*) AS Charges,
    count(DISTINCT ResourceId) AS Resources
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY ServiceProviderName, SubAccountId, RegionId
