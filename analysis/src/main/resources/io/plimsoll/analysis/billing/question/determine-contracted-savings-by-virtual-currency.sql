-- topic: Currencies
-- title: What do contracted prices save against list prices, in the pricing and in the billing currency?
-- focus: 1.2
-- period: all
-- source: https://focus.finops.org/use-case/determine-contracted-savings-by-virtual-currency/
-- Where a bill names no pricing currency, charges are priced in the billing currency. Virtual: not a code of three letters.
SELECT ServiceName, ServiceSubcategory, ChargeDescription,
    coalesce(PricingCurrency, BillingCurrency) AS PricedIn,
    NOT regexp_full_match(coalesce(PricingCurrency, BillingCurrency), '[A-Z]{3}') AS Virtual,
    sum(CAST(PricingQuantity AS DECIMAL(20,6))
        * CAST(PricingCurrencyListUnitPrice - PricingCurrencyContractedUnitPrice AS DECIMAL(18,9)))
        AS ContractedSavingsInPricingCurrency,
    BillingCurrency, sum(ListCost - ContractedCost) AS ContractedSavings
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
    AND (PricingCurrencyListUnitPrice > PricingCurrencyContractedUnitPrice OR ListUnitPrice > ContractedUnitPrice)
GROUP BY ALL
ORDER BY Virtual DESC, PricedIn, BillingCurrency, ContractedSavings DESC, ServiceName, ChargeDescription
