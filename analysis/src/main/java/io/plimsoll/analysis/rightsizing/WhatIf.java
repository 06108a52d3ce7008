package io.plimsoll.analysis.rightsizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.cash.CommitmentReplay;
import io.plimsoll.analysis.rightsizing.cash.FreedUsage;
import io.plimsoll.analysis.rightsizing.node.NodePool;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.rightsizing.whatif.SpotRule;
import io.plimsoll.analysis.unit.Money;

/// Answers while a slider is dragged: prepared once for a workload, then a question takes microseconds, whatever the
/// number of samples, and with nodes some milliseconds, whatever the number of workloads beside it. Safe from any thread. Measured in
/// `WhatIfSpeedTest`.
public final class WhatIf {
    private static final double RANGE = 0.8;
    private static final int DECIMALS = 18;

    private final Replay replay;
    private final Size current;
    private final ResourceRates rates;
    private final Around around;

    private WhatIf(Replay replay, Size current, ResourceRates rates, Around around) {
        this.replay = replay;
        this.current = current;
        this.rates = rates;
        this.around = around;
    }

    /// Sorts all samples once; takes about a second for ten million.
    ///
    /// @param current       what was set while this was measured
    /// @param memoryFollows whether memory grows with the load of a replica; the advice must have been made by the same rule
    public static WhatIf prepare(Usage usage, Size current, ResourceRates rates, boolean memoryFollows) {
        return new WhatIf(Replay.of(usage, current.replicas(), memoryFollows).ahead(), current, rates,
                new Around("", null, null, null, new SpotRule(SpotRule.ASSUMED, "")));
    }

    /// What surrounds a workload.
    ///
    /// @param key     of the workload, as text
    /// @param nodes   that it shares; null if unknown
    /// @param charges of the workload; null without a bill
    /// @param replay  of the commitments that cover them; null without a bill
    public record Around(String key, @Nullable NodePool nodes, @Nullable FreedUsage charges,
            @Nullable CommitmentReplay replay,
            SpotRule spot) {}

    WhatIf in(Around surroundings) {
        return new WhatIf(replay, current, rates, surroundings);
    }

    public Around around() {
        return around;
    }

    /// Where the sliders start.
    public WhatIfInput current() {
        return WhatIfInput.of(current);
    }

    /// Whether costs are money; without a bill they are proportions.
    public boolean priced() {
        return rates.priced();
    }

    /// Types that `WhatIfInput.nodeType` can name, the cheapest first; empty where nodes are not known.
    public List<NodeType> nodeTypes() {
        NodePool nodes = around.nodes();
        return nodes == null ? List.of() : nodes.types();
    }

    /// Cores that a replica stays within for this share of its time, in 0..1; `NaN` if CPU was not measured.
    public double cpuQuantile(double share, int replicas, double growth) {
        return replay.cpuQuantile(share, replicas, growth);
    }

    /// Share of its time that a replica stays within so many cores, in 0..1; `NaN` if CPU was not measured.
    public double cpuShareWithin(double cores, int replicas, double growth) {
        return 1 - replay.against(new Size(cores, OptionalDouble.empty(), 0, 0, replicas), growth).violationShare();
    }

    /// @throws io.plimsoll.analysis.task.StepFailure NODE_TYPE for a type that is not among `nodeTypes`
    public WhatIfAnswer answer(WhatIfInput input) {
        Size size = input.size();
        ReplayResult result = replay.against(size, input.growth());
        double[] range = Double.isNaN(result.violationShare())
                ? new double[]{Double.NaN, Double.NaN}
                : replay.violationRange(result.violationShare(), RANGE);
        NodePool nodes = around.nodes();
        Money monthly = monthly(input);
        return new WhatIfAnswer(monthly, result, range[0], range[1],
                nodes == null ? null : nodes.effect(Map.of(), Map.of(around.key(), size), input.nodeType()),
                savings(freedShare(monthly)), spot(input));
    }

    /// Of the requests, on the chosen node type and with the share of spot.
    private Money monthly(WhatIfInput input) {
        BigDecimal factor = input.spotShare() == 0 ? BigDecimal.ONE : around.spot().factor(input.spotShare());
        NodePool nodes = around.nodes();
        if (nodes != null && !input.nodeType().isEmpty()) {
            factor = factor.multiply(nodes.priceRatio(input.nodeType()));
        }
        Money requests = rates.monthly(input.size());
        return factor.compareTo(BigDecimal.ONE) == 0 ? requests : requests.times(factor).rounded(DECIMALS);
    }

    /// Of the present cost; null if nothing is requested today.
    private @Nullable BigDecimal freedShare(Money then) {
        Money now = rates.monthly(current);
        return now.signum() == 0
                ? null
                : BigDecimal.ONE.subtract(then.amount().divide(now.amount(), MathContext.DECIMAL128));
    }

    /// What a change frees, for a replay together with others; null without a bill.
    @Nullable
    public FreedUsage freed(WhatIfInput input) {
        FreedUsage charges = around.charges();
        BigDecimal share = freedShare(monthly(input));
        return charges == null || share == null ? null : charges.of(share);
    }

    private @Nullable Savings savings(@Nullable BigDecimal share) {
        FreedUsage charges = around.charges();
        CommitmentReplay commitments = around.replay();
        return charges == null || commitments == null || share == null
                ? null
                : commitments.savings(List.of(charges.of(share)));
    }

    private @Nullable SpotEffect spot(WhatIfInput input) {
        if (input.spotShare() == 0) {
            return null;
        }
        SpotRule rule = around.spot();
        return new SpotEffect(rule.terms(), rule.interruptions(input.spotShare(), input.replicas()),
                rule.objections(input.spotShare(), input.replicas()));
    }
}
