-- Invoice ids are unique for an issuer; the issuer's name, which is spelled freely, counts only where two invoices share an id.
WITH shared AS (SELECT "InvoiceId" AS id FROM invoice_detail GROUP BY 1 HAVING count(DISTINCT "InvoiceIssuerName") > 1),
period AS (SELECT "InvoiceIssuerName" AS issuer, CAST("BillingPeriodStart" AS DATE) AS period,
    string_agg(DISTINCT "BillingPeriodStatus", ', ' ORDER BY "BillingPeriodStatus") AS period_status FROM billing_period GROUP BY 1, 2),
line AS (
    SELECT "InvoiceId" AS id, "BillingCurrency" AS currency, "InvoiceIssuerName" AS issuer,
        CAST("BillingPeriodStart" AS DATE) AS period, "InvoiceIssueStatus" AS status,
        sum(CASE WHEN "InvoiceIssueStatus" = 'Voided' THEN 0 ELSE "BilledCost" END) AS invoiced,
        CAST(0 AS DECIMAL(38,18)) AS loaded, count(*) AS lines, 0 AS charges
    FROM invoice_detail GROUP BY ALL
    UNION ALL
    SELECT "InvoiceId", "BillingCurrency", "InvoiceIssuerName", CAST("BillingPeriodStart" AS DATE), NULL, 0,
        sum("BilledCost"), 0, count(*)
    FROM charge GROUP BY ALL)
SELECT id, currency, max(issuer), sum(invoiced), sum(loaded), CAST(sum(lines) AS BIGINT), CAST(sum(charges) AS BIGINT),
    string_agg(DISTINCT status, ', ' ORDER BY status), min(period), max(period),
    string_agg(DISTINCT period_status, ', ' ORDER BY period_status)
FROM line LEFT JOIN period USING (issuer, period)
GROUP BY id, currency, CASE WHEN id IS NULL OR id IN (SELECT id FROM shared) THEN coalesce(issuer, '') ELSE '' END,
    CASE WHEN id IS NULL THEN period END
ORDER BY id NULLS LAST, currency, 3, 9
