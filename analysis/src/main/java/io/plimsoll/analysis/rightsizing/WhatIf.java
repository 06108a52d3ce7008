package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.OptionalDouble;

/// Answers while a slider is dragged: prepared once for a workload, then a question takes microseconds, whatever the
/// number of samples. Safe from any thread. Measured in `WhatIfSpeedTest`.
public final class WhatIf {
    private static final double RANGE = 0.8;

    private final Replay replay;
    private final Size current;
    private final ResourceRates rates;

    private WhatIf(Replay replay, Size current, ResourceRates rates) {
        this.replay = replay;
        this.current = current;
        this.rates = rates;
    }

    /// Sorts all samples once; takes about a second for ten million.
    ///
    /// @param current       what was set while this was measured
    /// @param memoryFollows whether memory grows with the load of a replica; the advice must have been made by the same rule
    public static WhatIf prepare(Usage usage, Size current, ResourceRates rates, boolean memoryFollows) {
        return new WhatIf(Replay.of(usage, current.replicas(), memoryFollows), current, rates);
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
        return List.of();
    }

    /// Cores that a replica stays within for this share of its time, in 0..1; `NaN` if CPU was not measured.
    public double cpuQuantile(double share, int replicas, double growth) {
        return replay.cpuQuantile(share, replicas, growth);
    }

    /// Share of its time that a replica stays within so many cores, in 0..1; `NaN` if CPU was not measured.
    public double cpuShareWithin(double cores, int replicas, double growth) {
        return 1 - replay.against(new Size(cores, OptionalDouble.empty(), 0, 0, replicas), growth).violationShare();
    }

    public WhatIfAnswer answer(WhatIfInput input) {
        Size size = input.size();
        ReplayResult result = replay.against(size, input.growth());
        double[] range = Double.isNaN(result.violationShare())
                ? new double[]{Double.NaN, Double.NaN}
                : replay.violationRange(result.violationShare(), RANGE);
        return new WhatIfAnswer(rates.monthly(size), result, range[0], range[1]);
    }
}
