package io.plimsoll.analysis.rightsizing;

import java.util.List;

import io.plimsoll.analysis.rightsizing.strategy.ComputeOptimizer;
import io.plimsoll.analysis.rightsizing.strategy.Crane;
import io.plimsoll.analysis.rightsizing.strategy.EksAuto;
import io.plimsoll.analysis.rightsizing.strategy.KrrSimple;
import io.plimsoll.analysis.rightsizing.strategy.KrrSimpleLimit;
import io.plimsoll.analysis.rightsizing.strategy.Kruize;
import io.plimsoll.analysis.rightsizing.strategy.Kubecost;
import io.plimsoll.analysis.rightsizing.strategy.PeakPlusMargin;
import io.plimsoll.analysis.rightsizing.strategy.ReplaySearch;
import io.plimsoll.analysis.rightsizing.strategy.Vpa;
import io.plimsoll.analysis.task.StepFailure;

/// Every strategy, in the order of the tables; the first is ours and the default. A new one is a class and a line here.
public final class Strategies {
    private static final List<Strategy> ALL = List.of(new ReplaySearch(), Vpa.target(), Vpa.lowerBound(),
            Vpa.upperBound(), new KrrSimple(), new KrrSimpleLimit(), Kruize.cost(), Kruize.performance(), new Crane(),
            Kubecost.development(), Kubecost.production(), Kubecost.highAvailability(), new EksAuto(),
            new ComputeOptimizer(), new PeakPlusMargin());

    private Strategies() {
    }

    public static List<Strategy> all() {
        return ALL;
    }

    /// @throws StepFailure STRATEGY_UNKNOWN
    public static Strategy named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("STRATEGY_UNKNOWN", "There is no strategy " + id + ".",
                        "Known are: " + String.join(", ", ALL.stream().map(Strategy::id).toList()) + "."));
    }
}
