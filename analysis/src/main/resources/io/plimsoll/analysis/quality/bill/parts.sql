-- Rows of daily usage of each account and of each service, by day.
SELECT source, "BillingAccountId", 'SubAccountId', "SubAccountId", CAST("ChargePeriodStart" AS DATE), count(*)
FROM charge
WHERE "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL AND "SubAccountId" IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT source, "BillingAccountId", 'ServiceName', "ServiceName", CAST("ChargePeriodStart" AS DATE), count(*)
FROM charge
WHERE "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL AND "ServiceName" IS NOT NULL
GROUP BY ALL
