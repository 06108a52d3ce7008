-- Only what differs from what was last known of a day.
INSERT INTO quality_day_cost
WITH now AS (
    SELECT source, "BillingAccountId" AS account, coalesce("ServiceName", '') AS service, "BillingCurrency" AS currency,
        "ChargeDay" AS day, sum("EffectiveCost") AS cost, sum(row_count)::BIGINT AS row_count
    FROM cube_daily JOIN quality_import USING (source)
    WHERE account = "BillingAccountId" AND import_id = ? AND "ChargeDay" BETWEEN first_day AND newest_day
        AND "ChargeCategory" = 'Usage' AND "ChargeClass" IS NULL
    GROUP BY ALL
), known AS (
    SELECT source, account, service, currency, day, arg_max(cost, import_id) AS cost,
        arg_max(row_count, import_id) AS row_count
    FROM quality_day_cost
    WHERE (source, account) IN (SELECT (source, account) FROM now) AND day >= (SELECT min(day) FROM now)
    GROUP BY ALL
)
SELECT ?, now.source, now.account, now.service, now.currency, now.day, now.cost, now.row_count
FROM now LEFT JOIN known USING (source, account, service, currency, day)
WHERE known.cost IS NULL OR known.cost <> now.cost OR known.row_count <> now.row_count
