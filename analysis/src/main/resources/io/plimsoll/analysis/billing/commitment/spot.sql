SELECT "BillingCurrency", sum("EffectiveCost"), sum("ListCost")
FROM charge
WHERE "PricingCategory" = 'Dynamic' AND "ChargeCategory" = 'Usage' AND "ServiceCategory" = 'Compute' AND "ListCost" > 0
    AND "EffectiveCost" >= 0 AND "ListCost" > "EffectiveCost"
    AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
GROUP BY 1
ORDER BY 3 DESC
