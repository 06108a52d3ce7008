-- topic: Resources
-- title: Which compute resources cost each sub-account most, and when?
-- focus: 1.0
-- period: last month
-- source: https://focus.finops.org/use-case/cost-compute-subaccount/
SELECT SubAccountId, SubAccountName, ServiceName, ResourceId, ResourceName, BillingCurrency,
    min(ChargePeriodStart) AS FirstCharge, max(ChargePeriodEnd) AS LastCharge, PricingUnit,
    sum(PricingQuantity) AS TotalPricingQuantity, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ServiceCategory = 'Compute'
GROUP BY ALL
ORDER BY SubAccountId, BillingCurrency, TotalEffectiveCost DESC, ServiceName, ResourceId, PricingUnit
