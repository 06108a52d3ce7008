SELECT 'The rate from ' || a.from_currency || ' to ' || a.to_currency || ' of ' || a.rate_date, fa.file, a.file_line, fb.file, b.file_line
FROM exchange_rate a
JOIN exchange_rate b USING (rate_date, from_currency, to_currency)
JOIN billing_file fa ON fa.file_id = a.file_id
JOIN billing_file fb ON fb.file_id = b.file_id
WHERE a.file_id >= ? AND b.file_id >= a.file_id AND (b.file_id > a.file_id OR b.file_line > a.file_line)
ORDER BY a.file_id, a.file_line, b.file_id, b.file_line LIMIT 1
