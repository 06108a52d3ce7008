-- topic: Services
-- title: Which ten services cost each sub-account most?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/service-costs-subaccount/
WITH cost AS (
    SELECT SubAccountId, SubAccountName, ServiceName, BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
    GROUP BY ALL
)
SELECT *
FROM cost
QUALIFY row_number() OVER (PARTITION BY SubAccountId, SubAccountName, BillingCurrency
    ORDER BY TotalEffectiveCost DESC, ServiceName) <= 10
ORDER BY SubAccountId, BillingCurrency, TotalEffectiveCost DESC, ServiceName
