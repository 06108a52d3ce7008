-- topic: Currencies
-- title: What uses up the most of each pricing currency, virtual or not?
-- focus: 1.2
-- period: last month
-- source: https://focus.finops.org/use-case/determine-target-of-virtual-currency-usage/
-- Where a bill names no pricing currency, charges are priced in the billing currency. Virtual: not a code of three letters.
WITH used AS (
    SELECT ServiceProviderName, HostProviderName, ServiceName, ChargeDescription,
        coalesce(PricingCurrency, BillingCurrency) AS PricedIn,
        sum(if(PricingCurrency IS NULL, EffectiveCost, PricingCurrencyEffectiveCost))
            AS TotalPricingCurrencyEffectiveCost,
        BillingCurrency, sum(EffectiveCost) AS TotalEffectiveCost
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
    GROUP BY ALL
)
SELECT *, NOT regexp_full_match(PricedIn, '[A-Z]{3}') AS Virtual
FROM used
QUALIFY row_number() OVER (PARTITION BY PricedIn, BillingCurrency
    ORDER BY TotalPricingCurrencyEffectiveCost DESC, ServiceName, HostProviderName, ChargeDescription) <= 10
ORDER BY Virtual DESC, PricedIn, BillingCurrency, TotalPricingCurrencyEffectiveCost DESC, ServiceName,
    ChargeDescription
