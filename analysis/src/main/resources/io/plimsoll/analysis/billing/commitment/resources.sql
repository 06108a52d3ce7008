SELECT "ResourceId", epoch(date_trunc(?, "ChargePeriodStart")) AS slot, "BillingCurrency",
    CASE WHEN "CommitmentDiscountStatus" = 'Used' THEN coalesce("CommitmentDiscountId", '') ELSE '' END AS commitment,
    coalesce("PricingCategory", '') AS pricing,
    sum(coalesce("ListCost", "EffectiveCost")), sum("EffectiveCost")
FROM charge
WHERE "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
    AND "ResourceId" IN (SELECT unnest(string_split(?, chr(10))))
GROUP BY ALL
ORDER BY ALL
