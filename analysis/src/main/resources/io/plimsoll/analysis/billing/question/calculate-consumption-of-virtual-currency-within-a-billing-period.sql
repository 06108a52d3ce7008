-- topic: Currencies
-- title: How much of each pricing currency, virtual or not, is used up in a billing period?
-- focus: 1.2
-- period: all
-- source: https://focus.finops.org/use-case/calculate-consumption-of-virtual-currency-within-a-billing-period/
-- Where a bill names no pricing currency, charges are priced in the billing currency. Virtual: not a code of three letters.
SELECT strftime(BillingPeriodStart, '%Y-%m') AS BillingMonth, ServiceProviderName,
    coalesce(PricingCurrency, BillingCurrency) AS PricedIn,
    NOT regexp_full_match(coalesce(PricingCurrency, BillingCurrency), '[A-Z]{3}') AS Virtual,
    sum(if(PricingCurrency IS NULL, EffectiveCost, PricingCurrencyEffectiveCost))
        AS TotalPricingCurrencyEffectiveCost,
    BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(BillingPeriodStart AS DATE) BETWEEN date_trunc('month', CAST($from AS DATE)) AND $to
    AND ChargeCategory = 'Usage'
GROUP BY ALL
ORDER BY Virtual DESC, BillingMonth, ServiceProviderName, PricedIn, BillingCurrency
