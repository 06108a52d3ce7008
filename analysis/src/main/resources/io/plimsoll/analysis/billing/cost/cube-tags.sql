WITH tag AS (
    SELECT unnest(map_entries("Tags")) AS entry FROM charge
)
SELECT entry.key, count(DISTINCT entry.value), count(*) AS copies
FROM tag
GROUP BY 1
ORDER BY copies DESC, 1
