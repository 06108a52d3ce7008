package io.plimsoll.analysis.rightsizing;

import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.param.Parameters;

/// Which advice is wanted.
///
/// @param strategy id of `Strategies`, null for the first
/// @param risk     share of time that a replica may want more CPU than its request, in 0..1; empty for the strategy's own. Only
///                 strategies with a parameter `risk` heed it
/// @param oomPerMonth kills of all replicas for want of memory that may be expected in a month; empty for the strategy's own. Only
///                 strategies with a parameter `oom-per-month` heed it
/// @param workload name, `namespace/name` or whole key; null for all
/// @param anyArchitecture whether machines may change between x86 and arm64: only if their software is built for both
public record AdviceQuery(@Nullable String strategy, OptionalDouble risk, OptionalDouble oomPerMonth,
        @Nullable String workload, boolean anyArchitecture) {
    public AdviceQuery(@Nullable String strategy, OptionalDouble risk, OptionalDouble oomPerMonth,
            @Nullable String workload) {
        this(strategy, risk, oomPerMonth, workload, false);
    }

    public static AdviceQuery all() {
        return new AdviceQuery(null, OptionalDouble.empty(), OptionalDouble.empty(), null);
    }

    public static AdviceQuery of(String workload) {
        return new AdviceQuery(null, OptionalDouble.empty(), OptionalDouble.empty(), workload);
    }

    public AdviceQuery by(String other) {
        return new AdviceQuery(other, risk, oomPerMonth, workload, anyArchitecture);
    }

    AdviceQuery ofAll() {
        return new AdviceQuery(strategy, risk, oomPerMonth, null, anyArchitecture);
    }

    /// @throws io.plimsoll.analysis.task.StepFailure STRATEGY_UNKNOWN
    public Strategy chosen() {
        return strategy == null ? Strategies.all().getFirst() : Strategies.named(strategy);
    }

    /// The stated share of time above the request, of the first strategy for one that has no such parameter.
    double statedRisk() {
        return parameters().values().containsKey("risk")
                ? parameters().number("risk")
                : risk.orElseGet(() -> Parameters.initial(Strategies.all().getFirst().parameters()).number("risk"));
    }

    /// @throws io.plimsoll.analysis.task.StepFailure if a risk lies outside what the strategy takes
    public Parameters parameters() {
        return with(with(Parameters.initial(chosen().parameters()), "risk", risk), "oom-per-month", oomPerMonth);
    }

    private static Parameters with(Parameters parameters, String id, OptionalDouble stated) {
        return stated.isEmpty() || !parameters.values().containsKey(id)
                ? parameters
                : parameters.with(id, Double.toString(stated.getAsDouble()));
    }
}
