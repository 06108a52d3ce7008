-- The whole day at each import that changed any of it: the sum over services of the last that was known of each.
WITH moved AS (
    SELECT *, cost - lag(cost, 1, 0) OVER (PARTITION BY source, account, service, currency, day ORDER BY import_id)
        AS step
    FROM quality_day_cost
), stepped AS (
    SELECT source, account, currency, day, import_id, sum(step) AS step FROM moved GROUP BY ALL
)
SELECT source, account, '', currency, day, import_id,
    CAST(sum(step) OVER (PARTITION BY source, account, currency, day ORDER BY import_id) AS DOUBLE)
FROM stepped
