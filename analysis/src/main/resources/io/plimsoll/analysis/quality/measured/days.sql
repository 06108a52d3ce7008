-- Where most values of a metric lie each day.
SELECT metric, cluster, namespace, CAST(time AS DATE), approx_quantile(abs(value), 0.25), approx_quantile(abs(value), 0.5),
    approx_quantile(abs(value), 0.75)
FROM telemetry_sample JOIN telemetry_series USING (series_id)
WHERE value <> 0
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
