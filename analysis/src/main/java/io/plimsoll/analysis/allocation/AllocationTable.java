package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.unit.Days;

/// What machines cost in one currency, by group. The rows add up to `total`, which is what the bill charges for machines and
/// control planes on these days, to the last digit.
///
/// @param rows        the costliest first
/// @param unallocated part of the total that no telemetry tells of
/// @param remarks     sentences about the data; the same in every table of one answer
public record AllocationTable(Grouping by, CostMetric metric, String currency, Days days, List<Row> rows,
        BigDecimal total, BigDecimal unallocated, List<String> remarks) {
    private static final int DIGITS = 4;

    public AllocationTable {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /// What part of the cost telemetry tells of, 0..1, four digits; 0 without cost.
    public BigDecimal coverage() {
        return total.signum() == 0
                ? BigDecimal.ZERO
                : total.subtract(unallocated).divide(total, DIGITS, RoundingMode.HALF_EVEN);
    }

    /// A group's cost.
    ///
    /// @param group  a namespace, `namespace/workload`, a label's value, or a name in underscores
    /// @param own    what it claimed itself
    /// @param idle   its part of what was idle
    /// @param shared its part of what all share
    public record Row(String group, BigDecimal own, BigDecimal idle, BigDecimal shared) {
        public BigDecimal cost() {
            return own.add(idle).add(shared);
        }
    }
}
