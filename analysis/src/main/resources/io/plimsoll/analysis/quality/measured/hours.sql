-- How many series of a metric sent how many samples in each hour.
WITH hourly AS (
    SELECT series_id, date_trunc('hour', time) AS hour, count(*) AS samples
    FROM telemetry_sample GROUP BY 1, 2
)
SELECT metric, cluster, namespace, hour, count(*), sum(samples)::BIGINT
FROM hourly JOIN telemetry_series USING (series_id)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
