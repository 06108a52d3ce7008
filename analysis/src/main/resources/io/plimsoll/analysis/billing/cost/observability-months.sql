SELECT CAST(date_trunc('month', "ChargePeriodStart") AS DATE) AS month, "BillingCurrency" AS currency, sum(cost) AS cost,
    sum(quantity) AS quantity, count(*) AS charges
FROM charges
GROUP BY GROUPING SETS ((month, currency), (currency))
ORDER BY currency, month NULLS LAST
