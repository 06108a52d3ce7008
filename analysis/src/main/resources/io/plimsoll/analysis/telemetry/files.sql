-- Files that were imported before samples knew their file have no file_id: what is left of them can't be counted.
SELECT f.file_id, import_id, imported, file, profile, sha256, f.points_read, coalesce(f.series, 0),
    coalesce(f.samples, f.points_read - f.rejected), coalesce(present, CASE WHEN f.file_id IS NULL THEN f.points_read - f.rejected ELSE 0 END),
    f.rejected, first_time, last_time, notes
FROM telemetry_file f
JOIN telemetry_import USING (import_id)
LEFT JOIN (SELECT file_id, count(*) AS present FROM telemetry_sample GROUP BY file_id) p USING (file_id)
ORDER BY import_id, f.file_id, file
