CREATE TABLE labelled AS
SELECT series, map(list(name ORDER BY name), list(value ORDER BY name)) AS labels FROM raw_label GROUP BY series;
CREATE TABLE series AS
SELECT s.series, s.series_key, s.metric, s.measure, s.statistic, s.unit, coalesce(l.labels, MAP {}) AS labels,
    s.cluster, s.namespace, s.pod, s.container, s.node, s.resource_id
FROM raw_series s LEFT JOIN labelled l USING (series) WHERE s.series = s.canonical
UNION ALL
SELECT x.series, 'container_cpu_cfs_throttled_share' || s.labels_key, 'container_cpu_cfs_throttled_share', 'THROTTLED_SHARE', 'SAMPLE',
    'share', coalesce(l.labels, MAP {}), s.cluster, s.namespace, s.pod, s.container, s.node, s.resource_id
FROM throttled_pair x JOIN raw_series s ON s.series = x.throttled LEFT JOIN labelled l ON l.series = s.series
UNION ALL
SELECT x.series, x.family || ':' || x.what || x.labels_key, x.family || ':' || x.what, 'LATENCY_SECONDS',
    CASE x.what WHEN 'mean' THEN 'AVERAGE' ELSE 'SAMPLE' END, 'seconds',
    map_from_entries(list_filter(map_entries(coalesce(l.labels, MAP {})), lambda entry: entry.key <> 'le')),
    s.cluster, s.namespace, s.pod, s.container, s.node, s.resource_id
FROM latency_series x JOIN raw_series s ON s.series = x.of_series LEFT JOIN labelled l ON l.series = s.series;
