SELECT file_id, import_id, imported, file, profile, version, sha256, f.loaded, coalesce(present, 0), f.rejected, warnings, first_day, greatest(first_day, last_day)
FROM billing_file f
JOIN billing_import USING (import_id)
LEFT JOIN (SELECT file_id, count(*) AS present, CAST(min("BillingPeriodStart") AS DATE) AS first_day,
    CAST(max(coalesce("BillingPeriodEnd", "BillingPeriodStart" + INTERVAL 1 MONTH)) AS DATE) - 1 AS last_day FROM charge GROUP BY 1
    UNION ALL SELECT file_id, count(*), CAST(min("BillingPeriodStart") AS DATE),
        CAST(max(coalesce("BillingPeriodEnd", "BillingPeriodStart" + INTERVAL 1 MONTH)) AS DATE) - 1 FROM invoice_detail GROUP BY 1
    UNION ALL SELECT file_id, count(*), CAST(min("BillingPeriodStart") AS DATE),
        CAST(max(coalesce("BillingPeriodEnd", "BillingPeriodStart" + INTERVAL 1 MONTH)) AS DATE) - 1 FROM billing_period GROUP BY 1
    UNION ALL SELECT file_id, count(*), CAST(min("ContractCommitmentPeriodStart") AS DATE),
        CAST(max("ContractCommitmentPeriodEnd") AS DATE) - 1 FROM contract_commitment GROUP BY 1
    UNION ALL SELECT file_id, count(*), min(rate_date), max(rate_date) FROM exchange_rate GROUP BY 1
    UNION ALL SELECT file_id, count(*), min(driver_date), max(driver_date) FROM driver_quantity GROUP BY 1) USING (file_id)
ORDER BY file_id
