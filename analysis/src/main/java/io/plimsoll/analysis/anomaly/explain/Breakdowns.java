package io.plimsoll.analysis.anomaly.explain;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.Finding;

/// What the difference of a finding is made of.
final class Breakdowns {
    private Breakdowns() {
    }

    static List<Breakdown> of(Finding finding, PriceAndQuantity meters) {
        List<Breakdown> all = new ArrayList<>();
        List<Contribution> peak = finding.explanation().contributions().stream()
                .filter(each -> Explanation.OF_A_DAY.contains(each.name())).toList();
        if (!peak.isEmpty()) {
            double whole = peak.stream().mapToDouble(each -> 1 + each.percent() / 100).reduce(1,
                    (one, other) -> one * other);
            all.add(new Breakdown("cost of " + finding.peak() + ", against the level of the days before it",
                    Breakdown.Rule.MULTIPLY, 100 * whole - 100, peak));
        }
        meters.breakdown().ifPresent(all::add);
        return List.copyOf(all);
    }
}
