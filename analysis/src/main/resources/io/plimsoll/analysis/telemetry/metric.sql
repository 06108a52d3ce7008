WITH sampled AS (
    SELECT series_id, count(*) AS samples, min(value) AS lowest, max(value) AS highest FROM telemetry_sample GROUP BY series_id
)
SELECT series_key AS series, samples, samples / (SELECT sum(samples) FROM sampled) AS share, lowest, highest
FROM telemetry_series JOIN sampled USING (series_id)
WHERE metric = ?
ORDER BY samples DESC, series
