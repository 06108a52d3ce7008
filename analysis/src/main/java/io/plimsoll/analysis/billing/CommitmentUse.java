package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.util.List;

/// How commitments were used over a period, slot by slot. A slot is an hour where all charges are hourly, else a day, by its start in
/// seconds since 1970.
///
/// @param slotHours how long a slot is
/// @param slots     what each commitment gave and kept
/// @param eligible  what usage each commitment was seen to cover
/// @param onDemand  compute usage on demand, that a commitment might cover
public record CommitmentUse(int slotHours, List<Slot> slots, List<Eligible> eligible, List<OnDemand> onDemand) {
    public CommitmentUse {
        slots = List.copyOf(slots);
        eligible = List.copyOf(eligible);
        onDemand = List.copyOf(onDemand);
    }

    /// @param usedList      list cost of the usage that it covered
    /// @param usedEffective what of the commitment was used for that
    /// @param unused        what of it was not
    public record Slot(String commitment, String currency, long slot, BigDecimal usedList, BigDecimal usedEffective,
            BigDecimal unused) {}

    /// @param region empty for any
    /// @param series empty for any
    public record Eligible(String commitment, String service, String region, String series) {
        public boolean covers(OnDemand usage) {
            return service.equals(usage.service()) && (region.isEmpty() || region.equals(usage.region()))
                    && (series.isEmpty() || series.equals(usage.series()));
        }
    }

    public record OnDemand(long slot, String currency, String service, String region, String series, BigDecimal list,
            BigDecimal effective) {}

    /// Charges of a resource.
    ///
    /// @param commitment that covered it, empty for none
    /// @param pricing    FOCUS `PricingCategory`, or empty
    public record Charged(String resourceId, long slot, String currency, String commitment, String pricing,
            BigDecimal list, BigDecimal effective) {}
}
