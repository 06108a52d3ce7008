INSERT OR REPLACE INTO anomaly_label
    (finding, label, labelled, until, domain, slice, measure, family, starts, days, unit, size)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS DECIMAL(38,18)))
