DELETE FROM exchange_rate WHERE file_id < ? AND (rate_date, from_currency, to_currency)
    IN (SELECT (rate_date, from_currency, to_currency) FROM exchange_rate WHERE file_id >= ?)
