package io.plimsoll.analysis.anomaly.cause;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.analysis.unit.Quantity;

/// How much a changed field can move the bill: ratios of CPU, memory and replicas multiply within a workload.
final class ChangeSize {
    private static final Set<String> SIZING = Set.of("cpu", "memory", "replicas");
    /// A change that can't be put into a ratio, such as another image.
    private static final double UNKNOWN = 0.3;
    private static final double WRONG_WAY = 0.2;

    private ChangeSize() {
    }

    /// @param all every change of the commit
    /// @param up  whether cost rose
    /// @return 0..1; doubling gives 0.67
    static double of(FieldChange change, List<FieldChange> all, boolean up) {
        OptionalDouble own = ratio(change);
        if (own.isEmpty()) {
            return UNKNOWN;
        }
        double replicas = 1;
        for (FieldChange other : all) {
            boolean multiplies = other != change && other.workload().equals(change.workload())
                    && (isReplicas(other) != isReplicas(change)) && SIZING.contains(other.field());
            replicas *= multiplies ? ratio(other).orElse(1) : 1;
        }
        double doublings = Math.log(own.getAsDouble() * replicas) / Math.log(2);
        double size = 1 - Math.pow(3, -Math.abs(doublings));
        return doublings > 0 == up ? size : size * WRONG_WAY;
    }

    private static boolean isReplicas(FieldChange change) {
        return change.field().equals("replicas");
    }

    private static OptionalDouble ratio(FieldChange change) {
        try {
            double before = Quantity.parse(change.oldValue()).value().doubleValue();
            double after = Quantity.parse(change.newValue()).value().doubleValue();
            return before > 0 && after > 0 ? OptionalDouble.of(after / before) : OptionalDouble.empty();
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }
}
