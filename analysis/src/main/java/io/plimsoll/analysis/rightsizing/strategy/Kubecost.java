package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.unit.Bytes;

/// What Kubecost's container request right-sizing recommends with one of its profiles: the highest sample of any replica in a
/// window, divided by the share of the request that it should be. At least 10 millicores and 20 MiB; only requests change; no
/// minimum of samples. The window must be named by whoever asks, above two days is advised; here it is seven. Rounding is not
/// published: up to a millicore and a MiB here.
///
/// Source: kubecost/docs, api-request-right-sizing-v2.md@0be20a1 and container-request-right-sizing-recommendations.md@175fcbc for
/// rule and minimums, cluster-right-sizing-recommendation-api.md (v1.x) for the shares of the three profiles.
///
/// @param id         of the profile
/// @param title      for tables
/// @param parameters with the profile's initial values
public record Kubecost(String id, String title, List<Parameter> parameters) implements Strategy {
    private static final double SMALLEST_CPU = 0.010;
    private static final long SMALLEST_MEMORY = 20 * Bytes.MI;

    private Kubecost(String id, String title, double target) {
        this(id, title, List.of(
                Parameter.number("target", "Target", "Share of the request that the highest sample should be.", target,
                        0.05, 1),
                Parameter.whole("window", "Window", "How far back it looks, in days.", 7, 1, 365)));
    }

    public static Kubecost development() {
        return new Kubecost("kubecost-dev", "Kubecost dev", 0.80);
    }

    public static Kubecost production() {
        return new Kubecost("kubecost-prod", "Kubecost prod", 0.65);
    }

    public static Kubecost highAvailability() {
        return new Kubecost("kubecost-ha", "Kubecost HA", 0.50);
    }

    @Override
    public String explanation() {
        return "The highest CPU and memory sample of any replica in the last 7 days is to be "
                + Math.round(100 * Double.parseDouble(parameters.getFirst().initial()))
                + " % of the request. Limits stay.";
    }

    @Override
    public String source() {
        return "kubecost/docs, api-request-right-sizing-v2.md@0be20a1, cluster-right-sizing-recommendation-api.md";
    }

    @Override
    public Size size(Usage training, Size current, Parameters chosen) {
        Usage window = training.lastDays(chosen.number("window"));
        double target = chosen.number("target");
        double cpu = window.cpuSamples() == 0
                ? current.cpuRequest()
                : Math.max(SMALLEST_CPU, Size.roundCpu(window.highestCpu() / target, 1));
        long memory = window.memorySamples() == 0
                ? current.memoryRequest()
                : Math.max(SMALLEST_MEMORY, Size.roundMemory(window.highestMemory() / target));
        return new ChangedRequests(cpu, memory).besideLimitsOf(current);
    }
}
