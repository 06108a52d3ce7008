INSERT INTO planned_activity (id, what, starts, until, slice, up_to, currency, up_to_percent, added)
VALUES (?, ?, ?, ?, ?, CAST(? AS DECIMAL(38,18)), ?, CAST(? AS DECIMAL(38,18)), ?)
