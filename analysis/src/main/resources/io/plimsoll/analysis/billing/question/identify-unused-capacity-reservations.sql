-- topic: Rates
-- title: Which capacity reservations were paid for and not used?
-- focus: 1.1
-- period: all
-- source: https://focus.finops.org/use-case/identify-unused-capacity-reservations/
SELECT ServiceProviderName, BillingAccountId, CapacityReservationId, BillingCurrency,
    min(ChargePeriodStart) AS FirstUnused, max(ChargePeriodEnd) AS LastUnused,
    sum(BilledCost) AS TotalBilledCost, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND CapacityReservationStatus = 'Unused'
GROUP BY ALL
ORDER BY BillingCurrency, TotalEffectiveCost DESC, CapacityReservationId
