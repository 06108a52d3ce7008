-- A row that knows issuer, account and period is replaced with that whole scope; any other with the invoice of its id.
WITH fresh AS (SELECT DISTINCT "InvoiceId" AS id, "InvoiceIssuerName" AS issuer, "BillingAccountId" AS account,
    CAST("BillingPeriodStart" AS DATE) AS period FROM invoice_detail WHERE file_id >= ?)
DELETE FROM invoice_detail o WHERE o.file_id < ? AND EXISTS (SELECT 1 FROM fresh n WHERE
    (o."InvoiceIssuerName" = n.issuer AND o."BillingAccountId" = n.account AND CAST(o."BillingPeriodStart" AS DATE) = n.period)
    OR (o."InvoiceId" = n.id AND coalesce(o."InvoiceIssuerName" = n.issuer, true)
        AND (o."InvoiceIssuerName" IS NULL OR o."BillingAccountId" IS NULL OR o."BillingPeriodStart" IS NULL
            OR n.issuer IS NULL OR n.account IS NULL OR n.period IS NULL)))
