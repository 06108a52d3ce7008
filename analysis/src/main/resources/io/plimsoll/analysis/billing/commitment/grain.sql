-- Bills of days or months beside bills of hours are compared by the day.
SELECT coalesce(bool_and(date_diff('minute', "ChargePeriodStart", coalesce("ChargePeriodEnd", "ChargePeriodStart" + INTERVAL 1 DAY)) <= 60),
    false)
FROM charge
WHERE "ChargeCategory" = 'Usage' AND "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
    AND ("CommitmentDiscountId" IS NOT NULL OR "ServiceCategory" = 'Compute')
