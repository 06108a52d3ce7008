-- topic: Allocation
-- title: What is each application charged, in each currency it is billed in?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/allocate-application-multi-currency/
-- The first of these tags that a charge has names its application; put your own key first.
SELECT coalesce(Tags['application'], Tags['Application'], Tags['app.kubernetes.io/name'], Tags['app'],
    '(none)') AS Application,
    ServiceProviderName, BillingAccountId, BillingAccountName, BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY Application, BillingCurrency, TotalBilledCost DESC
