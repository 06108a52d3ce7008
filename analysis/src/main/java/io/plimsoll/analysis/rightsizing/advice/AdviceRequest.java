package io.plimsoll.analysis.rightsizing.advice;

import java.util.List;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;

/// What to advise on, and how.
///
/// @param workload   key text of the workload
/// @param current    what is set now
/// @param rates      what cores and memory cost
/// @param strategy   the one whose proposal is taken
/// @param parameters made from the strategy's declaration
/// @param training   share of the time to learn from, in 0..1; the rest judges
/// @param known      objections known from elsewhere, such as `OWNER_IS_AUTOSCALER`
/// @param intermittent whether it runs at times only, as a CronJob does, so that hours without samples are no gap
public record AdviceRequest(String workload, Size current, ResourceRates rates, Strategy strategy,
        Parameters parameters,
        double training, List<Objection> known, boolean intermittent) {
    public static final double TRAINING = 0.7;

    public AdviceRequest {
        known = List.copyOf(known);
    }

    /// Our own strategy with its initial parameters, 70 % of the time to learn from.
    public static AdviceRequest usual(String workload, Size current, ResourceRates rates) {
        Strategy first = Strategies.all().getFirst();
        return new AdviceRequest(workload, current, rates, first, Parameters.initial(first.parameters()), TRAINING,
                List.of(), false);
    }

    public AdviceRequest with(Strategy other, Parameters values) {
        return new AdviceRequest(workload, current, rates, other, values, training, known, intermittent);
    }

    public AdviceRequest knowing(List<Objection> objections, boolean runsAtTimes) {
        return new AdviceRequest(workload, current, rates, strategy, parameters, training, objections, runsAtTimes);
    }

    /// The stated risk of the strategy, or 1 % for one that has no such parameter.
    public double risk() {
        return parameters.values().containsKey("risk") ? parameters.number("risk") : 0.01;
    }

    /// The stated kills a month of the strategy, or none for one that has no such parameter.
    public double oomPerMonth() {
        return parameters.values().containsKey("oom-per-month") ? parameters.number("oom-per-month") : 0;
    }
}
