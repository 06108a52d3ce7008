WITH sample AS (
    SELECT series_id, time, value, epoch(time) - lag(epoch(time)) OVER (PARTITION BY series_id ORDER BY time) AS gap
    FROM telemetry_sample JOIN telemetry_series USING (series_id)
    WHERE time >= ? AND time < ?
-- WHERE
), distance AS (
    SELECT series_id, quantile_disc(gap, 0.5) AS seconds FROM sample GROUP BY series_id
), usual AS (
    -- A pod that was seen once is scraped as often as the others are.
    SELECT coalesce(quantile_disc(seconds, 0.5), 300) AS seconds FROM distance
)
SELECT series_id, date_trunc('hour', time) AS hour, avg(value),
    least(3600, count(*) * coalesce(any_value(distance.seconds), any_value(usual.seconds)))
FROM sample JOIN distance USING (series_id), usual
GROUP BY series_id, hour
