SELECT series_id, series_key, metric, measure, statistic, unit, to_json(labels), cluster, namespace, pod, container, node, resource_id,
    s.samples, s.first, s.last
FROM telemetry_series
JOIN (SELECT series_id, count(*) AS samples, min(time) AS first, max(time) AS last FROM telemetry_sample GROUP BY series_id) s
    USING (series_id)
WHERE true
-- WHERE
ORDER BY series_key
