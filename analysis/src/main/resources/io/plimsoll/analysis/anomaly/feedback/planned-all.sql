SELECT id, what, starts, until, slice, up_to, currency, up_to_percent
FROM planned_activity
ORDER BY starts, until, id
