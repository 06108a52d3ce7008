-- topic: Services
-- title: What is billed for each service category and subcategory?
-- focus: 1.1
-- period: last month
-- source: https://focus.finops.org/use-case/report-costs-by-service-category-and-subcategory/
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName, ServiceCategory,
    ServiceSubcategory,
    BillingCurrency, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
GROUP BY ALL
ORDER BY BillingMonth, BillingCurrency, TotalBilledCost DESC, ServiceCategory, ServiceSubcategory
