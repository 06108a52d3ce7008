package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.task.Cancellation;

/// Turns one workload's telemetry into an advice. Stateless; the caller runs it.
///
/// Every strategy learns from the training part and is replayed on the part held back. The proposal is the chosen strategy's
/// size, raised where the same strategy, seeing all the data, would ask for more: the newest days must not be ignored
/// because they served as judge. That can only lower the replayed risk, and is marked `RAISED_AFTER_REPLAY`.
public final class Advisor {
    private Advisor() {
    }

    public static Advice advise(AdviceRequest request, Usage usage, Cancellation cancellation) {
        Usage.Split split = usage.split(request.training());
        Size current = request.current();
        Replay replay = Replay.of(split.heldBack(), current.replicas());
        List<StrategyOutcome> outcomes = new ArrayList<>();
        for (Strategy strategy : Strategies.all()) {
            cancellation.check();
            Size size = strategy.id().equals(request.strategy().id())
                    ? strategy.size(split.training(), current, request.parameters())
                    : strategy.size(split.training(), current);
            outcomes.add(new StrategyOutcome(strategy.id(), size, request.rates().monthly(size), replay.against(size)));
        }
        cancellation.check();
        Size learnt = request.strategy().size(split.training(), current, request.parameters());
        Size proposed = raised(learnt, request.strategy().size(usage, current, request.parameters()));
        cancellation.check();
        List<Objection> objections = new Objections(request, usage, learnt, proposed, replay.against(learnt)).all();
        return advice(request, usage, proposed, replay, objections, outcomes);
    }

    private static Advice advice(AdviceRequest request, Usage usage, Size proposed, Replay replay,
            List<Objection> objections, List<StrategyOutcome> outcomes) {
        Grade grade = objections.stream().map(Objection::grade).reduce(Grade.A, Grade::worse);
        Size taken = grade == Grade.D ? request.current() : proposed;
        ReplayResult risk = replay.against(taken);
        String against = objections.isEmpty() ? residual(risk) : objections.getFirst().sentence();
        return new Advice(request.workload(), request.current(), taken, request.strategy().id(),
                request.rates().monthly(request.current()), request.rates().monthly(taken), risk, grade, objections,
                against, outcomes, usage.repairs());
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

    private static String residual(ReplayResult risk) {
        return Objections.text(
                "In the data held back, %.2f %% of samples wanted more CPU than proposed; with 95 %% confidence at most"
                        + " %.2f %% will.",
                100 * risk.violationShare(), 100 * risk.violationBound());
    }
}
