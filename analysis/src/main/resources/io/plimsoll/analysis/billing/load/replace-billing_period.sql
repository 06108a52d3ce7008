DELETE FROM billing_period WHERE file_id < ? AND ("InvoiceIssuerName", "BillingPeriodStart")
    IN (SELECT ("InvoiceIssuerName", "BillingPeriodStart") FROM billing_period WHERE file_id >= ?)
