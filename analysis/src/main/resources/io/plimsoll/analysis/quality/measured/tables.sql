SELECT 'drivers', min(driver_date), max(driver_date), max(imported), count(*), count(DISTINCT (driver, scope))
FROM driver_quantity JOIN billing_file USING (file_id) JOIN billing_import USING (import_id) HAVING count(*) > 0
UNION ALL
SELECT 'rates', min(rate_date), max(rate_date), max(imported), count(*), count(DISTINCT (from_currency, to_currency))
FROM exchange_rate JOIN billing_file USING (file_id) JOIN billing_import USING (import_id) HAVING count(*) > 0
UNION ALL
SELECT 'prices', min(valid_from), max(valid_from), max(imported), count(*), count(DISTINCT (provider, region))
FROM price_list JOIN billing_file USING (file_id) JOIN billing_import USING (import_id) HAVING count(*) > 0
UNION ALL
SELECT 'invoices', CAST(min("BillingPeriodStart") AS DATE), CAST(max("BillingPeriodStart") AS DATE), max(imported),
    count(*), count(DISTINCT "InvoiceId")
FROM invoice_detail JOIN billing_file USING (file_id) JOIN billing_import USING (import_id)
WHERE "BillingPeriodStart" IS NOT NULL HAVING count(*) > 0
