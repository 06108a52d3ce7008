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
    /// @param rules         how `withTelemetry` came together, the largest part first
    /// @param blind         machines that no measured workload has, the costliest first
    public record Share(Money total, Money withTelemetry, Money withManifest, List<RuleShare> rules,
            List<BlindMachine> blind) {
        public Share {
            rules = List.copyOf(rules);
            blind = List.copyOf(blind);
        }

        /// In 0..1, four digits; 0 without cost.
        public BigDecimal telemetryShare() {
            return of(withTelemetry);
        }

        /// In 0..1, four digits; 0 without cost.
        public BigDecimal manifestShare() {
            return of(withManifest);
        }

        /// What a part is of the total, in 0..1, four digits; 0 without cost.
        public BigDecimal of(Money part) {
            return total.signum() == 0
                    ? BigDecimal.ZERO
                    : part.amount().divide(total.amount(), 4, RoundingMode.HALF_EVEN);
        }
    }

    /// A billed machine whose use is not measured.
    ///
    /// @param name     as the bill calls it, empty if it does not
    /// @param workload that it belongs to, empty if none is known
    /// @param cost     as a machine
    public record BlindMachine(String resourceId, String name, String workload, Money cost) {}

    /// What one rule brought to a measured workload.
    ///
    /// @param cost     of the machines that it linked
    /// @param machines how many
    public record RuleShare(IdentityRule rule, Money cost, int machines) {}
}
