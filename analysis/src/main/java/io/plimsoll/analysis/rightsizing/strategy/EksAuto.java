package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;

/// Like the resource optimization of EKS Auto Mode (preview, profile Balanced): the 95th percentile of CPU is to be about 87 % of
/// the request, after about 12 hours of history, and a pod keeps its class of service. More is not known to us: the percentile here
/// is of all replicas' samples in all of the data, and memory's highest sample is held at the same share, which is our guess.
/// Rounded up to a millicore and a MiB. Below 12 hours the size stays.
///
/// Source: docs.aws.amazon.com/eks/latest/userguide, auto-resource-optimization and auto-ro-resize (November 2026).
public final class EksAuto implements Strategy {
    private static final double PERCENTILE = 0.95;
    private static final double SHORTEST_HOURS = 12;
    private static final List<Parameter> PARAMETERS = List.of(Parameter.number("target", "Target",
            "Share of the request that the 95th percentile of CPU, and the highest memory, should be.", 0.87, 0.05, 1));

    @Override
    public String id() {
        return "eks-auto";
    }

    @Override
    public String title() {
        return "EKS Auto, like";
    }

    @Override
    public String explanation() {
        return "The 95th percentile of CPU samples is to be 87 % of the request, as AWS says of EKS Auto Mode; the highest"
                + " memory sample likewise, which is our guess. Limits stay, those that equal requests follow. Needs 12 hours.";
    }

    @Override
    public String source() {
        return "docs.aws.amazon.com/eks/latest/userguide/auto-resource-optimization.html, auto-ro-resize.html";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        boolean known = 24 * training.days() >= SHORTEST_HOURS;
        double target = parameters.number("target");
        double cpu = known && training.cpuSamples() > 0
                ? Size.roundCpu(Robust.quantile(training.cpuValues(), PERCENTILE) / target, 1)
                : current.cpuRequest();
        long memory = known && training.memorySamples() > 0
                ? Size.roundMemory(training.highestMemory() / target)
                : current.memoryRequest();
        return known ? new ChangedRequests(cpu, memory).inTheClassOf(current) : current;
    }
}
