SELECT series_key AS "Series", time AS "Time", value AS "Value", unit AS "Unit"
FROM telemetry_sample
JOIN telemetry_series USING (series_id)
WHERE series_id IN (0 /* series */) AND time >= CAST(? AS TIMESTAMP) AND time <= CAST(? AS TIMESTAMP)
ORDER BY series_key, time
