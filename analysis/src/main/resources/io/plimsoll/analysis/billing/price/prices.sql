SELECT provider, region, name, purchase_option, unit, price, currency, price_date, dated, derived, source, licence
FROM read_parquet(?)
WHERE lower(name) IN (SELECT unnest(string_split(?, chr(10))))
ORDER BY provider, name, purchase_option, region, price_date
