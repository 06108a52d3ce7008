-- topic: Allocation
-- title: What does each application cost from month to month, by service?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/application-cost/
-- The first of these tags that a charge has names its application; put your own key first.
SELECT strftime(ChargePeriodStart, '%Y-%m') AS Month,
    coalesce(Tags['application'], Tags['Application'], Tags['app.kubernetes.io/name'], Tags['app'],
        '(none)') AS Application,
    ServiceName, BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY Month, BillingCurrency, TotalEffectiveCost DESC, Application, ServiceName
