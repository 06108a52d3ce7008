WITH
    -- {title}
    -- {whole} {currency} on these days, which is the impact of {impact} plus the {expected} that earlier days let expect.
daily AS (
    {daily}
)
SELECT period AS "Day", cost AS "Cost", sum(cost) OVER () AS "Total"
FROM daily{only}
ORDER BY period
