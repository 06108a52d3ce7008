package io.plimsoll.analysis.observability;

import java.math.BigDecimal;

import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.unit.Money;

/// What one log group, workspace or other resource costs.
///
/// @param resourceId as the bill spells it
/// @param name       for people
/// @param cost       effective, of all days of the ledger
/// @param monthly    effective, of the latest whole month; zero without one
public record SourceCost(TelemetrySignal signal, String service, String resourceId, String name, Money cost,
        BigDecimal monthly) {}
