-- topic: Rates
-- title: How much of compute runs on capacity reservations, and how much of them is idle?
-- focus: 1.1
-- period: last month
-- source: https://focus.finops.org/use-case/analyze-capacity-reservations-on-compute-costs/
SELECT ServiceProviderName, BillingAccountId,
    CASE WHEN CapacityReservationId IS NULL THEN 'No reservation'
        WHEN CapacityReservationStatus = 'Unused' THEN 'Reserved, unused' ELSE 'Reserved, used' END AS Reservation,
    BillingCurrency, sum(BilledCost) AS TotalBilledCost, sum(EffectiveCost) AS TotalEffectiveCost
FROM charge
WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to AND ServiceCategory = 'Compute'
GROUP BY ALL
ORDER BY ServiceProviderName, BillingAccountId, BillingCurrency, Reservation
