CREATE TABLE throttled_pair AS
SELECT t.canonical AS throttled, any_value(p.canonical) AS periods, 2000000000 + t.canonical AS series
FROM raw_series t JOIN raw_series p ON p.labels_key = t.labels_key
WHERE t.series = t.canonical AND p.series = p.canonical
    AND t.metric = 'container_cpu_cfs_throttled_periods_total' AND p.metric = 'container_cpu_cfs_periods_total'
GROUP BY t.canonical;
CREATE TABLE throttled_share AS
SELECT x.series, t.time, least(1.0, t.value / p.value) AS value, t.file
FROM throttled_pair x JOIN clean t ON t.series = x.throttled JOIN clean p ON p.series = x.periods AND p.time = t.time
WHERE p.value > 0;
