SELECT "CommitmentDiscountId", "BillingCurrency", epoch(date_trunc(?, "ChargePeriodStart")) AS slot,
    sum(CASE WHEN "CommitmentDiscountStatus" = 'Used' THEN coalesce("ListCost", 0) ELSE 0 END),
    sum(CASE WHEN "CommitmentDiscountStatus" = 'Used' THEN "EffectiveCost" ELSE 0 END),
    sum(CASE WHEN "CommitmentDiscountStatus" = 'Unused' THEN "EffectiveCost" ELSE 0 END)
FROM charge
WHERE "CommitmentDiscountId" IS NOT NULL AND "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL
    AND "CommitmentDiscountStatus" IN ('Used', 'Unused') AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
