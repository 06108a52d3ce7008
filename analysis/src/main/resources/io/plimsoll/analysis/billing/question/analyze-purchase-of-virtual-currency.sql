-- topic: Currencies
-- title: How much virtual currency was bought, and for how much?
-- focus: 1.2
-- period: all
-- source: https://focus.finops.org/use-case/analyze-purchase-of-virtual-currency/
-- Bought: a purchase whose unit is the pricing currency of some other charge and not a code of three letters.
SELECT ServiceProviderName, HostProviderName, ChargeDescription, PricingUnit, BillingCurrency,
    sum(PricingQuantity) AS TotalPricingQuantity, sum(BilledCost) AS TotalBilledCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ChargeCategory = 'Purchase'
    AND PricingUnit IN (SELECT PricingCurrency FROM charge)
    AND NOT regexp_full_match(PricingUnit, '[A-Z]{3}')
GROUP BY ALL
ORDER BY BillingCurrency, TotalBilledCost DESC, ChargeDescription, PricingUnit
