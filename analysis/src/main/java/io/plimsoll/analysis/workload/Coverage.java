package io.plimsoll.analysis.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// How much of the cost of machines the identities cover.
///
/// Machines are charges of the service category Compute and its subcategory Virtual Machines, or none where the bill is older than
/// subcategories; the unused rest of a commitment is no machine.
///
/// @param machines   one entry a currency
/// @param unmatched  charged resources without a workload, the costliest first
/// @param blindSpots workloads and machines that one source does not see, the costliest first
public record Coverage(List<Share> machines, List<UnmatchedCost> unmatched, List<BlindSpot> blindSpots) {
    public Coverage {
        machines = List.copyOf(machines);
        unmatched = List.copyOf(unmatched);
        blindSpots = List.copyOf(blindSpots);
    }

    /// Effective cost of machines over the map's period.
    ///
    /// @param total         all of it, also what names no resource
    /// @param withTelemetry of workloads whose use is measured
    /// @param withManifest  of workloads that Git declares
    public record Share(Money total, Money withTelemetry, Money withManifest) {
        /// In 0..1, four digits; 0 without cost.
        public BigDecimal telemetryShare() {
            return share(withTelemetry);
        }

        /// In 0..1, four digits; 0 without cost.
        public BigDecimal manifestShare() {
            return share(withManifest);
        }

        private BigDecimal share(Money part) {
            return total.signum() == 0
                    ? BigDecimal.ZERO
                    : part.amount().divide(total.amount(), 4, RoundingMode.HALF_EVEN);
        }
    }
}
