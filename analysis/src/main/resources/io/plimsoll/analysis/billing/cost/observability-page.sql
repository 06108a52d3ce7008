SELECT file AS "File", file_line AS "Line", "ChargePeriodStart", service AS "ServiceName", resource AS "ResourceId",
    "ChargeDescription", cost AS "EffectiveCost", quantity AS "Quantity", unit AS "Unit", "BillingCurrency"
FROM charges JOIN billing_file USING (file_id)
ORDER BY abs(cost) DESC, file, file_line
