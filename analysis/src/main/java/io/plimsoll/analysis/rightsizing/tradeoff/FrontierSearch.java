package io.plimsoll.analysis.rightsizing.tradeoff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.plimsoll.analysis.rightsizing.Frontier;
import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.FrontierPoint;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;

/// Finds the frontier of a workload. CPU and memory risk add, so that each is thinned to its own steps before they are combined:
/// a request that costs more without less risk is in no best pair.
public final class FrontierSearch {
    private final SizeSpace space;
    private final Frontier.Pricing pricing;

    public FrontierSearch(SizeSpace space, Frontier.Pricing pricing) {
        this.space = space;
        this.pricing = pricing;
    }

    /// @param marked sizes to show beside it
    public Frontier find(List<FrontierMark> marked, Cancellation cancellation) {
        List<FrontierPoint> all = new ArrayList<>();
        for (int count : space.counts()) {
            cancellation.check();
            List<Long> memory = memory(count);
            for (double cores : cores(count)) {
                memory.forEach(bytes -> all.add(point(cores, bytes, count)));
            }
        }
        return new Frontier(pricing, best(all), marked);
    }

    FrontierMark mark(FrontierMark.Kind kind, String name, Size size) {
        return new FrontierMark(kind, name, pricing.point(size, 1));
    }

    private List<Double> cores(int count) {
        return falling(space.cores(pricing.heldBack(), count),
                each -> Frontier.Pricing.cpuHours(point(each, space.current().memoryRequest(), count).replay()));
    }

    private List<Long> memory(int count) {
        return falling(space.memory(pricing.heldBack(), count),
                each -> pricing.memoryHours(point(space.current().cpuRequest(), each, count).replay()));
    }

    /// Those after which the risk is less than after any smaller one.
    private static <N> List<N> falling(Collection<N> rising, ToDoubleFunction<N> hours) {
        List<N> steps = new ArrayList<>();
        double before = Double.POSITIVE_INFINITY;
        for (N each : rising) {
            double now = Frontier.Pricing.told(hours.applyAsDouble(each));
            if (now < before) {
                steps.add(each);
                before = now;
            }
        }
        return steps;
    }

    private FrontierPoint point(double cores, long bytes, int count) {
        return pricing.point(space.form().limited(cores, bytes, count), 1);
    }

    /// Those that none dominates, the safest first.
    static List<FrontierPoint> best(Collection<FrontierPoint> all) {
        List<FrontierPoint> sorted = all.stream().filter(each -> Double.isFinite(each.troubledHours()))
                .sorted(Comparator.comparingDouble(FrontierPoint::troubledHours)
                        .thenComparing(FrontierPoint::monthlyCost))
                .toList();
        List<FrontierPoint> best = new ArrayList<>();
        for (FrontierPoint each : sorted) {
            if (best.isEmpty() || each.monthlyCost().compareTo(best.getLast().monthlyCost()) < 0) {
                best.add(each);
            }
        }
        return best;
    }
}
