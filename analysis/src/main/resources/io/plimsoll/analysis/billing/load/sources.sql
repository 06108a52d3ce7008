SELECT "BillingAccountId", CAST("BillingPeriodStart" AS DATE), string_agg(DISTINCT source, ', ' ORDER BY source)
FROM charge
WHERE ("BillingAccountId", CAST("BillingPeriodStart" AS DATE)) IN (SELECT (account, period) FROM incoming_scope)
GROUP BY 1, 2
HAVING count(DISTINCT source) > 1
ORDER BY 1, 2
