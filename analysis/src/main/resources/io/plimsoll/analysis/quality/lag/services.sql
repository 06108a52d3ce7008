SELECT source, account, service, currency, day, import_id, CAST(cost AS DOUBLE) FROM quality_day_cost
WHERE service <> ''
