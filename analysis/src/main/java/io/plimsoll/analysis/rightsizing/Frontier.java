package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.rightsizing.replay.Replay;

/// Money against risk for one workload: the sizes of which none is both cheaper and safer than another, all replayed on the part
/// of the telemetry that was held back. Prepared once; the place of any other size takes microseconds. Immutable, safe from any
/// thread.
public final class Frontier {
    private final Pricing pricing;
    private final List<FrontierPoint> points;
    private final List<FrontierMark> marks;

    public Frontier(Pricing pricing, List<FrontierPoint> points, List<FrontierMark> marks) {
        this.pricing = pricing;
        this.points = List.copyOf(points);
        this.marks = List.copyOf(marks);
    }

    /// The safest first, each cheaper and riskier than the one before; empty without telemetry.
    public List<FrontierPoint> points() {
        return points;
    }

    /// What is set now, what is proposed, and every strategy's size, in this order.
    public List<FrontierMark> marks() {
        return marks;
    }

    /// Whether costs are money; without a bill they are proportions.
    public boolean priced() {
        return pricing.rates().priced();
    }

    /// Where a size stands, under load that has grown.
    public FrontierPoint at(WhatIfInput input) {
        return pricing.point(input.size(), input.growth());
    }

    /// The cheapest size that is in trouble for at most so many hours a month.
    public Optional<FrontierPoint> cheapest(double troubledHours) {
        return points.stream().filter(each -> each.troubledHours() <= troubledHours).reduce((first, second) -> second);
    }

    /// What a size costs and risks.
    ///
    /// @param memoryMeasured whether there is memory that could kill
    public record Pricing(Replay heldBack, ResourceRates rates, boolean memoryMeasured) {
        public FrontierPoint point(Size size, double growth) {
            ReplayResult result = heldBack.against(size, growth);
            return new FrontierPoint(size, rates.monthly(size), result, told(cpuHours(result) + memoryHours(result)));
        }

        /// To a hundredth of an hour: a tail that only ever falls would else make every larger size "safer".
        public static double told(double hours) {
            return Double.isFinite(hours) ? Math.round(100 * hours) / 100.0 : hours;
        }

        public static double cpuHours(ReplayResult result) {
            return result.cpuSamples() == 0 ? 0 : ResourceRates.MONTH_HOURS.intValue() * result.violationShare();
        }

        public double memoryHours(ReplayResult result) {
            return memoryMeasured ? FrontierPoint.HOURS_A_KILL * result.oomPerMonth() : 0;
        }
    }
}
