-- topic: Anomalies
-- title: On which days did a service cost a sub-account far more than usual in a region?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/daily-anomaly-services/
-- A day stands out if it costs more than one and a half times the median of the four weeks before, seven days of them known.
WITH daily AS (
    SELECT CAST(ChargePeriodStart AS DATE) AS Day, ServiceProviderName, SubAccountId, RegionId, ServiceName,
        BillingCurrency, sum(EffectiveCost) AS DayCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Usage'
    GROUP BY ALL
), compared AS (
    SELECT *, quantile_disc(DayCost, 0.5) OVER before AS UsualCost, count(*) OVER before AS DaysBefore
    FROM daily
    WINDOW before AS (PARTITION BY ServiceProviderName, SubAccountId, RegionId, ServiceName, BillingCurrency
        ORDER BY Day
        RANGE BETWEEN INTERVAL 28 DAY PRECEDING AND INTERVAL 1 DAY PRECEDING)
)
SELECT Day, ServiceProviderName, SubAccountId, RegionId, ServiceName, BillingCurrency, DayCost, UsualCost,
    DayCost - UsualCost AS ExcessCost
FROM compared
WHERE DaysBefore >= 7 AND DayCost > 1.5 * UsualCost
ORDER BY BillingCurrency, ExcessCost DESC, Day, ServiceProviderName, SubAccountId, RegionId, ServiceName
