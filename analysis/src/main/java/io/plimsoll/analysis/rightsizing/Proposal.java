package io.plimsoll.analysis.rightsizing;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;

/// What a strategy's answer becomes before it is proposed.
///
/// @param dealt    the use as `replicas` replicas would see it
/// @param replicas how many are proposed
/// @param form     raises a size to a floor and to steps that a manifest can hold
public record Proposal(Usage dealt, int replicas, UnaryOperator<Size> form) {
    /// As many replicas as now, sizes as the strategy says.
    public static Proposal asItIs(Usage usage, Size current) {
        return new Proposal(usage, current.replicas(), UnaryOperator.identity());
    }

    /// What the request's strategy proposes: learnt before the held-back part, raised where all the data ask for more.
    public Size size(AdviceRequest request) {
        return form.apply(raised(asked(request, dealt.split(request.training()).training()), asked(request, dealt)));
    }

    /// What it proposes with the training part alone.
    public Size learnt(AdviceRequest request) {
        return form.apply(asked(request, dealt.split(request.training()).training()));
    }

    /// The choice of a size and the advice on it ask the same more than once.
    private Size asked(AdviceRequest request, Usage usage) {
        Size start = request.current().withReplicas(replicas);
        return usage.derived(new Asked(request.strategy(), start, request.parameters()));
    }

    private record Asked(Strategy strategy, Size start, Parameters parameters) implements Function<Usage, Size> {
        @Override
        public Size apply(Usage usage) {
            return strategy.size(usage, start, parameters);
        }
    }

    private static Size raised(Size learnt, Size whole) {
        OptionalDouble limit = learnt.cpuLimit().isEmpty() || whole.cpuLimit().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(learnt.cpuLimit().getAsDouble(), whole.cpuLimit().getAsDouble()));
        boolean limited = learnt.hasMemoryLimit() && whole.hasMemoryLimit();
        return new Size(Math.max(learnt.cpuRequest(), whole.cpuRequest()), limit,
                Math.max(learnt.memoryRequest(), whole.memoryRequest()),
                limited ? Math.max(learnt.memoryLimit(), whole.memoryLimit()) : 0,
                Math.max(learnt.replicas(), whole.replicas()));
    }
}
