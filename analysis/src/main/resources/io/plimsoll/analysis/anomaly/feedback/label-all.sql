SELECT finding, label, labelled, until, domain, slice, measure, family, starts, days, unit, size
FROM anomaly_label
ORDER BY labelled DESC, finding
