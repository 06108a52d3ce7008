package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// One machine, or group of equal machines under one charged id, on one day.
///
/// @param node     the charged resource's id
/// @param scope    within which its cost may be spread
/// @param cost     charged for the day
/// @param metered  what of the cost was charged for cores and for memory by themselves, in the bill's currency; only their proportion
///                 counts. The rest was charged for the machine as a whole
/// @param capacity what was there to be claimed over the day; 0 where it is not known
/// @param covered  share of the machine's hours of which there is telemetry, 0..1
/// @param claims   one a tenant
public record MachineDay(String node, String scope, LocalDate day, String currency, BigDecimal cost, Resources metered,
        Resources capacity, double covered, List<Claim> claims) {
    public MachineDay {
        claims = List.copyOf(claims);
        if (!(covered >= 0 && covered <= 1)) {
            throw new IllegalArgumentException("A share must lie in 0..1: " + covered);
        }
    }
}
