WITH scope AS (
    SELECT "Tags" FROM charge
    WHERE (source, "BillingAccountId", CAST("BillingPeriodStart" AS DATE)) IN (SELECT (source, account, period) FROM incoming_scope)
),
tag AS (
    SELECT unnest(map_entries("Tags")) AS entry FROM scope
)
SELECT entry.key, count(*) AS copies
FROM tag
WHERE entry.key NOT IN (SELECT key FROM cube_tag WHERE kind = 'tag')
GROUP BY 1
HAVING count(DISTINCT entry.value) BETWEEN 1 AND ? AND count(*) * 100 >= (SELECT count(*) FROM scope)
ORDER BY copies DESC, 1
LIMIT ?
