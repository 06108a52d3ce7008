-- Times of an unset clock lie beside those of a set one. A series that ends before 2000 as a whole is what it says.
CREATE VIEW marked AS
SELECT s.canonical AS series, r.millis, r.value * s.factor AS value, r.ordinal, s.treatment, r.file, s.is_tidy,
    CASE WHEN r.is_empty THEN 'EMPTY'
         WHEN NOT isfinite(r.value) THEN 'NOT_FINITE'
         WHEN r.millis > c.latest THEN 'FUTURE'
         WHEN r.millis < 946684800000 AND s.has_unset_clock THEN 'PAST'
         WHEN s.is_amount AND r.value < 0 THEN 'NEGATIVE' END AS dropped
FROM raw_sample r JOIN raw_series s USING (series), clock c;
-- Only what came out of order needs to be sorted: a window over all samples of a large fleet has no room.
CREATE TABLE mixed AS
SELECT series, millis, value, treatment, file,
    row_number() OVER (PARTITION BY series, millis // 1000 ORDER BY ordinal DESC) > 1 AS is_duplicate,
    coalesce(millis < max(millis) OVER (PARTITION BY series ORDER BY ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS is_late
FROM marked WHERE dropped IS NULL AND NOT is_tidy;
CREATE VIEW placed AS
FROM mixed
UNION ALL
SELECT series, millis, value, treatment, file, false, false FROM marked WHERE dropped IS NULL AND is_tidy;
