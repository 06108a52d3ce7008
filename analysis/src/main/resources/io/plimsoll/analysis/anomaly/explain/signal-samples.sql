SELECT series_key AS "Series", time AS "Time", value AS "Value", unit AS "Unit"
FROM telemetry_sample
JOIN telemetry_series USING (series_id)
WHERE time >= CAST('{from}' AS TIMESTAMP) AND time <= CAST('{to}' AS TIMESTAMP) AND {which}
ORDER BY series_key, time
