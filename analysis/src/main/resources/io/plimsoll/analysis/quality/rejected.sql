-- Files of which rows or points were rejected and kept: their numbers, what they cover, and the reason that was given most often.
WITH reasons AS (
    SELECT 'bill' AS kind, file_id, reason, count(*) AS times, min(line) AS first_line
    FROM billing_reject GROUP BY file_id, reason
    UNION ALL
    SELECT 'telemetry', file_id, reason, count(*), min(line)
    FROM telemetry_reject WHERE file_id IS NOT NULL GROUP BY file_id, reason
), told AS (
    SELECT kind, file_id, reason FROM reasons
    QUALIFY row_number() OVER (PARTITION BY kind, file_id ORDER BY times DESC, first_line, reason) = 1
), spans AS (
    SELECT file_id, min("ChargePeriodStart") AS first_time, max("ChargePeriodStart") AS last_time
    FROM charge WHERE file_id IN (SELECT file_id FROM told WHERE kind = 'bill') GROUP BY file_id
)
SELECT kind, file, b.rejected, b.rows_read, reason, coalesce(first_time, imported), coalesce(last_time, imported)
FROM told JOIN billing_file b USING (file_id) JOIN billing_import USING (import_id) LEFT JOIN spans USING (file_id)
WHERE kind = 'bill'
UNION ALL
SELECT kind, file, f.rejected, f.points_read, reason, coalesce(first_time, imported), coalesce(last_time, imported)
FROM told JOIN telemetry_file f USING (file_id) JOIN telemetry_import USING (import_id)
WHERE kind = 'telemetry'
ORDER BY 1, 2
