package io.plimsoll.analysis.rightsizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;

/// Money against risk for all workloads of one currency: where the next troubled hour buys most.
///
/// Each workload starts at its safest size. Then the step is taken that saves most for each troubled hour that it adds, again and
/// again, over the convex hull of every workload's frontier. That is the path of Lagrange multipliers (Everett 1963, Operations
/// Research 11): after every step no other choice of sizes is cheaper at the same total risk. Between two steps a budget is not
/// used up entirely. A workload whose change is refused, or whose risk today can't be told, stays as it is. Immutable.
public final class FleetFrontier {
    private final String currency;
    private final List<Entry> entries;
    private final List<FleetStep> steps;
    private final FleetPlan safest;

    private FleetFrontier(String currency, List<Entry> entries) {
        this.currency = currency;
        this.entries = List.copyOf(entries);
        this.safest = FleetPlan.of(currency,
                entries.stream().map(each -> new FleetChange(each.key(), each.now(), each.hull().getFirst())).toList());
        this.steps = steps(safest);
    }

    static FleetFrontier of(String currency, List<Entry> entries) {
        return new FleetFrontier(currency, entries);
    }

    public String currency() {
        return currency;
    }

    /// All workloads at the safest size that was looked at.
    public FleetPlan safest() {
        return safest;
    }

    /// All workloads as they are.
    public FleetPlan now() {
        return FleetPlan.of(currency,
                entries.stream().map(each -> new FleetChange(each.key(), each.now(), each.now())).toList());
    }

    /// All workloads as their advice proposes.
    public FleetPlan proposed() {
        return FleetPlan.of(currency,
                entries.stream().map(each -> new FleetChange(each.key(), each.now(), each.proposed())).toList());
    }

    /// From the safest sizes to the cheapest.
    public List<FleetStep> steps() {
        return steps;
    }

    /// The cheapest set of sizes that is in trouble for at most so many hours a month, all workloads together; the safest one if the
    /// budget is smaller than that.
    public FleetPlan within(double troubledHours) {
        Map<WorkloadKey, Integer> at = new HashMap<>();
        for (FleetStep step : steps) {
            if (step.troubledHours() > troubledHours) {
                break;
            }
            at.merge(step.workload(), 1, Integer::sum);
        }
        return FleetPlan.of(currency, entries.stream().map(each -> new FleetChange(each.key(), each.now(),
                each.hull().get(at.getOrDefault(each.key(), 0)))).toList());
    }

    private List<FleetStep> steps(FleetPlan start) {
        record Candidate(Entry entry, FrontierPoint from, FrontierPoint to, BigDecimal savedAnHour) {}
        List<Candidate> candidates = new ArrayList<>();
        for (Entry entry : entries) {
            for (int i = 1; i < entry.hull().size(); i++) {
                FrontierPoint from = entry.hull().get(i - 1);
                FrontierPoint to = entry.hull().get(i);
                candidates.add(new Candidate(entry, from, to, savedAnHour(from, to)));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::savedAnHour).reversed()
                .thenComparing(each -> each.entry().key().toString()));
        List<FleetStep> found = new ArrayList<>();
        Money cost = start.monthlyCost();
        double hours = start.troubledHours();
        for (Candidate each : candidates) {
            Money saving = each.from().monthlyCost().minus(each.to().monthlyCost());
            double added = each.to().troubledHours() - each.from().troubledHours();
            cost = cost.minus(saving);
            hours += added;
            found.add(new FleetStep(each.entry().key(), each.from().size(), each.to().size(), saving, added, cost,
                    hours));
        }
        return List.copyOf(found);
    }

    /// Money that each added troubled hour saves.
    private static BigDecimal savedAnHour(FrontierPoint from, FrontierPoint to) {
        return from.monthlyCost().amount().subtract(to.monthlyCost().amount())
                .divide(BigDecimal.valueOf(to.troubledHours() - from.troubledHours()), MathContext.DECIMAL64);
    }

    /// The corners of the frontier that a straight line can touch from below: along them each added hour saves less than the one
    /// before.
    static List<FrontierPoint> hull(List<FrontierPoint> frontier) {
        List<FrontierPoint> hull = new ArrayList<>();
        for (FrontierPoint each : frontier) {
            while (hull.size() > 1 && savedAnHour(hull.getLast(), each)
                    .compareTo(savedAnHour(hull.get(hull.size() - 2), hull.getLast())) >= 0) {
                hull.removeLast();
            }
            hull.add(each);
        }
        return hull;
    }

    /// One workload.
    ///
    /// @param hull the sizes that it may take, the safest first; one alone if it stays
    record Entry(WorkloadKey key, FrontierPoint now, FrontierPoint proposed, List<FrontierPoint> hull) {
        static Entry of(WorkloadAdvice advice, Frontier frontier) {
            FrontierPoint now = frontier.marks().getFirst().point();
            FrontierPoint proposed = frontier.marks().get(1).point();
            boolean stays = advice.refused() || frontier.points().isEmpty() || !Double.isFinite(now.troubledHours());
            return new Entry(advice.workload().key(), now, proposed,
                    stays ? List.of(now) : FleetFrontier.hull(frontier.points()));
        }
    }
}
