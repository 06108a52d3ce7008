package io.plimsoll.analysis.billing;

import java.util.EnumMap;
import java.util.Map;

import io.plimsoll.analysis.unit.Days;

/// Which of the charges for observability are meant.
///
/// @param days of the charges
/// @param only what must hold; an empty value stands for charges without one
public record ObservabilitySlice(Days days, Map<Part, String> only) {
    public ObservabilitySlice {
        only = Map.copyOf(only);
    }

    /// All of these days.
    public static ObservabilitySlice of(Days days) {
        return new ObservabilitySlice(days, Map.of());
    }

    public ObservabilitySlice where(Part part, String value) {
        Map<Part, String> more = new EnumMap<>(Part.class);
        more.putAll(only);
        more.put(part, value);
        return new ObservabilitySlice(days, more);
    }

    /// What tells charges apart, as `ObservabilityCharge` has it. A signal is `logs`, a rule is `signal part`, as in `logs ingestion`.
    public enum Part {
        SIGNAL, RULE, PROVIDER, SERVICE, ACCOUNT, TEAM, CURRENCY, UNIT, RESOURCE
    }
}
