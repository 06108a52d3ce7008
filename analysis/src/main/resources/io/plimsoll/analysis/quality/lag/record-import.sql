-- Which days this import says something of: the newest weeks of each account's bill, as far as its periods reach.
INSERT INTO quality_import
SELECT ?, ?, source, "BillingAccountId", greatest(min("ChargeDay"), max("ChargeDay") - 45), max("ChargeDay")
FROM cube_daily
WHERE (source, "BillingAccountId", "BillingPeriod") IN (SELECT (source, account, period) FROM incoming_scope)
    AND "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL
GROUP BY source, "BillingAccountId"
