CREATE TABLE stepped AS
SELECT series, millis, value, treatment, file,
    value - lag(value) OVER w AS growth,
    millis - lag(millis) OVER w AS elapsed
FROM placed WHERE NOT is_duplicate AND treatment <> 'VALUE'
WINDOW w AS (PARTITION BY series ORDER BY millis);
CREATE TABLE counted AS
SELECT s.*, elapsed > 5 * usual AS is_gap
FROM stepped s JOIN (SELECT series, median(elapsed) AS usual FROM stepped GROUP BY series) USING (series);
CREATE TABLE clean AS
SELECT series, make_timestamp(millis // 1000 * 1000000) AS time, value, file FROM placed WHERE NOT is_duplicate AND treatment = 'VALUE'
UNION ALL
SELECT series, make_timestamp(millis // 1000 * 1000000),
    CASE WHEN growth < 0 THEN value ELSE growth END / CASE treatment WHEN 'RATE' THEN elapsed / 1000.0 ELSE 1 END, file
FROM counted WHERE growth IS NOT NULL AND NOT is_gap;
