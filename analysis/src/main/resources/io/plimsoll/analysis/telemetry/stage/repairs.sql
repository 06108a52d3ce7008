CREATE TABLE repairs AS
SELECT series, kind, file, count(*) AS points, make_timestamp(min(millis) // 1000 * 1000000) AS first, make_timestamp(max(millis) // 1000 * 1000000) AS last
FROM (SELECT series, dropped AS kind, millis, file FROM marked WHERE dropped IS NOT NULL
      UNION ALL SELECT series, 'DUPLICATE', millis, file FROM placed WHERE is_duplicate
      UNION ALL SELECT series, 'OUT_OF_ORDER', millis, file FROM placed WHERE is_late
      UNION ALL SELECT series, 'COUNTER_START', millis, file FROM stepped WHERE growth IS NULL
      UNION ALL SELECT series, 'COUNTER_GAP', millis, file FROM counted WHERE growth IS NOT NULL AND is_gap
      UNION ALL SELECT series, 'COUNTER_RESET', millis, file FROM counted WHERE growth < 0 AND NOT is_gap)
GROUP BY series, kind, file ORDER BY series, kind, file;
