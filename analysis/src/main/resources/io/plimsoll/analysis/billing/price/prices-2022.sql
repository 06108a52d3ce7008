SELECT provider, region, name, purchase_option, unit, price, currency, price_date, dated, derived, source, licence
FROM read_parquet(?)
WHERE provider = 'aws' AND kind = 'instance' AND purchase_option = 'on_demand' AND dated = 'year' AND region = ?
ORDER BY name
