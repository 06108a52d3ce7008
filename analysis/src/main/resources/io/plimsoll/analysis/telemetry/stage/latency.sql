-- The p95 of histograms, by linear interpolation within the bucket that holds it, as Prometheus' histogram_quantile does it; means
-- where there are only sums and counts.
CREATE TABLE latency_bucket AS
SELECT p.family, p.labels_key, c.time, p.bound, p.factor, max(c.value) AS rate, any_value(c.file) AS file
FROM latency_part p JOIN clean c USING (series) WHERE p.kind = 'bucket' GROUP BY ALL;
CREATE TABLE latency_value AS
SELECT family, labels_key, time, 'p95' AS what, min_by(reached * factor, bound) AS value, any_value(file) AS file
FROM (SELECT *, CASE WHEN isinf(bound) THEN below WHEN rate > before THEN below + (bound - below) * (0.95 * total - before) / (rate - before) ELSE bound END AS reached
      FROM (SELECT *, lag(bound, 1, 0) OVER w AS below, lag(rate, 1, 0) OVER w AS before, max(rate) OVER (PARTITION BY family, labels_key, time) AS total
            FROM latency_bucket WINDOW w AS (PARTITION BY family, labels_key, time ORDER BY bound)))
WHERE rate >= 0.95 * total AND total > 0 AND NOT (isinf(bound) AND below = 0) GROUP BY family, labels_key, time;
INSERT INTO latency_value
SELECT s.family, s.labels_key, a.time, 'mean', a.value / b.value, a.file
FROM latency_part s JOIN clean a ON a.series = s.series
    JOIN latency_part n ON n.family = s.family AND n.labels_key = s.labels_key AND n.kind = 'count'
    JOIN clean b ON b.series = n.series AND b.time = a.time
WHERE s.kind = 'sum' AND b.value > 0
    AND NOT EXISTS (FROM latency_part o WHERE o.family = s.family AND o.labels_key = s.labels_key AND o.kind IN ('bucket', 'quantile'));
CREATE TABLE latency_series AS
SELECT 1000000000 + min(p.series) AS series, min(p.series) AS of_series, v.family, v.labels_key, v.what
FROM (SELECT DISTINCT family, labels_key, what FROM latency_value) v JOIN latency_part p USING (family, labels_key)
WHERE v.family || ':' || v.what || v.labels_key NOT IN (SELECT series_key FROM raw_series)
GROUP BY v.family, v.labels_key, v.what;
-- Loading puts them in order.
CREATE VIEW samples AS
SELECT series, time, value, file
FROM (FROM clean UNION ALL FROM throttled_share
      UNION ALL SELECT s.series, v.time, v.value, v.file FROM latency_value v JOIN latency_series s USING (family, labels_key));
