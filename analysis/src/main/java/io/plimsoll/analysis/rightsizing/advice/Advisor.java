package io.plimsoll.analysis.rightsizing.advice;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Proposal;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.task.Cancellation;

/// Turns one workload's telemetry into an advice. Stateless; the caller runs it.
///
/// The chosen strategy's row among the outcomes is the proposal as it would be written; the others stand as those rules say.
///
/// Every strategy learns from the training part and is replayed on the part held back. The proposal is the chosen strategy's
/// size, raised where the same strategy, seeing all the data, would ask for more: the newest days must not be ignored
/// because they served as judge. That can only lower the replayed risk, and is marked `RAISED_AFTER_REPLAY`.
public final class Advisor {
    private Advisor() {
    }

    public static Advice advise(AdviceRequest request, Usage usage, Cancellation cancellation) {
        return advise(request, usage, Proposal.asItIs(usage, request.current()), cancellation);
    }

    /// @param proposal how the load is dealt out, and how a size is made one that can be written
    public static Advice advise(AdviceRequest request, Usage usage, Proposal proposal, Cancellation cancellation) {
        Usage.Split split = proposal.dealt().split(request.training());
        Size start = request.current().withReplicas(proposal.replicas());
        Replay replay = Replay.of(split.heldBack(), start.replicas());
        Size learnt = proposal.learnt(request);
        Size proposed = proposal.size(request);
        cancellation.check();
        List<StrategyOutcome> outcomes = new ArrayList<>();
        for (Strategy strategy : Strategies.all()) {
            cancellation.check();
            Size size = strategy.id().equals(request.strategy().id())
                    ? proposed
                    : strategy.size(split.training(), start);
            outcomes.add(new StrategyOutcome(strategy.id(), size, request.rates().monthly(size), replay.against(size)));
        }
        List<Objection> objections = new Objections(request, usage, learnt, proposed, replay.against(learnt)).all();
        Grade grade = objections.stream().map(Objection::grade).reduce(Grade.A, Grade::worse);
        Size taken = grade == Grade.D ? request.current() : proposed;
        boolean dealtAnew = proposal.dealt() != usage || start.replicas() != taken.replicas();
        Replay judge = grade == Grade.D && dealtAnew
                ? Replay.of(usage.split(request.training()).heldBack(), taken.replicas())
                : replay;
        ReplayResult risk = judge.against(taken);
        String against = objections.isEmpty() ? residual(risk) : objections.getFirst().sentence();
        return new Advice(request.workload(), request.current(), taken, request.strategy().id(),
                request.rates().monthly(request.current()), request.rates().monthly(taken), risk, judge.bounds(taken),
                grade, objections, against, outcomes, usage.repairs());
    }

    private static String residual(ReplayResult risk) {
        if (Double.isNaN(risk.violationShare())) {
            return "No CPU was held back that the request could be held against.";
        }
        return Sentence.of(
                "In the data held back, %.2f %% of samples wanted more CPU than proposed; with 95 %% confidence at most"
                        + " %.2f %% will.",
                100 * risk.violationShare(), 100 * risk.violationBound());
    }
}
