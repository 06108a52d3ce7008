package io.plimsoll.analysis.rightsizing;

import java.util.Set;

import io.plimsoll.analysis.param.Parameters;

/// What to advise on, and how.
///
/// @param workload   key text of the workload
/// @param current    what is set now
/// @param rates      what cores and memory cost
/// @param strategy   the one whose proposal is taken
/// @param parameters made from the strategy's declaration
/// @param training   share of the time to learn from, in 0..1; the rest judges
/// @param owners     objections known from elsewhere, such as `OWNER_IS_AUTOSCALER`
public record AdviceRequest(String workload, Size current, ResourceRates rates, Strategy strategy,
        Parameters parameters,
        double training, Set<Refusal> owners) {
    public static final double TRAINING = 0.7;

    public AdviceRequest {
        owners = Set.copyOf(owners);
    }

    /// Our own strategy with its initial parameters, 70 % of the time to learn from.
    public static AdviceRequest usual(String workload, Size current, ResourceRates rates) {
        Strategy first = Strategies.all().getFirst();
        return new AdviceRequest(workload, current, rates, first, Parameters.initial(first.parameters()), TRAINING,
                Set.of());
    }

    public AdviceRequest with(Strategy other, Parameters values) {
        return new AdviceRequest(workload, current, rates, other, values, training, owners);
    }

    public AdviceRequest withOwners(Set<Refusal> known) {
        return new AdviceRequest(workload, current, rates, strategy, parameters, training, known);
    }

    /// The stated risk of the strategy, or 1 % for one that has no such parameter.
    double risk() {
        return parameters.values().containsKey("risk") ? parameters.number("risk") : 0.01;
    }
}
