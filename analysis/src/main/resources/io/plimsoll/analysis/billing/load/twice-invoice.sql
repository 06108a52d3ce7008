-- Lines of one file are one invoice's lines, however alike they are; only another file's are the same invoice again.
SELECT 'Invoice ' || a."InvoiceId", fa.file, a.file_line, fb.file, b.file_line
FROM invoice_detail a
JOIN invoice_detail b ON b."InvoiceId" = a."InvoiceId" AND b.file_id > a.file_id
    AND coalesce(a."InvoiceIssuerName" = b."InvoiceIssuerName", true)
    AND coalesce(a."InvoiceDetailId" = b."InvoiceDetailId", true)
JOIN billing_file fa ON fa.file_id = a.file_id
JOIN billing_file fb ON fb.file_id = b.file_id
WHERE a.file_id >= ?
ORDER BY a.file_id, a.file_line, b.file_id, b.file_line LIMIT 1
