-- topic: Currencies
-- title: What does each service cost in the currency it is priced in?
-- focus: 1.2
-- period: last month
-- source: https://focus.finops.org/use-case/analyze-effective-cost-by-pricing-currency/
-- Where a bill names no pricing currency, charges are priced in the billing currency. Virtual: not a code of three letters.
SELECT ServiceProviderName, HostProviderName, ServiceName,
    coalesce(PricingCurrency, BillingCurrency) AS PricedIn,
    sum(if(PricingCurrency IS NULL, EffectiveCost, PricingCurrencyEffectiveCost))
        AS TotalPricingCurrencyEffectiveCost,
    NOT regexp_full_match(coalesce(PricingCurrency, BillingCurrency), '[A-Z]{3}') AS Virtual,
    BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
GROUP BY ALL
ORDER BY PricedIn, BillingCurrency, TotalPricingCurrencyEffectiveCost DESC, ServiceName, HostProviderName
