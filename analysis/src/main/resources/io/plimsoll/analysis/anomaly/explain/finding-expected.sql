WITH
    -- {title}
    -- Each day beside the median of its weekday in the four weeks before. The detector also knows growth, the day of the month and earlier
    -- events: it expected {expected} {currency} in all.
daily AS (
    {daily}
), calendar AS (
    SELECT CAST(day AS DATE) AS day, coalesce(cost, 0) AS cost
    FROM generate_series(TIMESTAMP '{from}', TIMESTAMP '{to}', INTERVAL 1 DAY) AS days (day)
    LEFT JOIN daily ON period = CAST(day AS DATE)
)
SELECT event.day AS "Day", any_value(event.cost) AS "Cost", coalesce(quantile_disc(past.cost, 0.5), 0) AS "UsualCost",
    any_value(event.cost) - coalesce(quantile_disc(past.cost, 0.5), 0) AS "ExcessCost"
FROM calendar event
LEFT JOIN calendar past ON past.day < DATE '{start}' AND dayofweek(past.day) = dayofweek(event.day)
WHERE event.day >= DATE '{start}'{only}
GROUP BY event.day
ORDER BY event.day
