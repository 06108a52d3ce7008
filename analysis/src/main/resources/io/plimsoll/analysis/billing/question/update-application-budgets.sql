-- topic: Budgets
-- title: What was billed for each application in each billing period?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/update-application-budgets/
-- The first of these tags that a charge has names its application; put your own key first.
SELECT ServiceProviderName, BillingPeriodStart, BillingPeriodEnd,
    coalesce(Tags['application'], Tags['Application'], Tags['app.kubernetes.io/name'], Tags['app'],
        '(none)') AS Application,
    BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingPeriodStart, ServiceProviderName, BillingCurrency, TotalBilledCost DESC, Application
