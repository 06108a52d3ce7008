package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.unit.Bytes;

/// What Crane's resource recommender proposes: a percentile of all pods' samples of seven days plus a margin.
///
/// Samples fall into classes of 0.1 core and 100 MiB, up to 100 cores and 100 000 MiB, and the percentile is the end of its class,
/// so nothing goes below one class plus margin. A sample weighs as much as its value, which draws the percentile up; the half-life
/// of its settings is read but its histogram does not age. Cut to whole millicores and bytes. A kill in the seven days raises
/// memory to what was requested plus a fifth or 100 MiB. Only requests change. No minimum of samples. Crane gives up where
/// either metric is missing; here the other one is still sized, as with every strategy.
///
/// Source: gocrane/crane (Apache-2.0), pkg/recommendation/recommender/resource/recommend.go@1d63600 and registry.go@1ac686d,
/// pkg/prediction/percentile/aggregate_signal.go@95e4001 and config.go@72b171b, pkg/oom/recorder.go@4d5c9d7.
public final class Crane implements Strategy {
    private static final int HISTORY_DAYS = 7;
    private static final double LEAST_WEIGHT = 1e-5;
    private static final double CPU_CLASS = 0.1;
    private static final double MEMORY_CLASS = 100.0 * Bytes.MI;
    private static final int CLASSES = 1000;
    private static final double KILL_RATIO = 1.2;
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.number("percentile", "Percentile", "Percentile of CPU and memory samples, in percent.", 99, 1,
                    100),
            Parameter.number("margin", "Margin", "Share added to the percentile.", 0.15, 0, 5));

    @Override
    public String id() {
        return "crane";
    }

    @Override
    public String title() {
        return "Crane";
    }

    @Override
    public String explanation() {
        return "The 99th percentile of all replicas' samples of the last 7 days, each weighing as much as its value, up to the"
                + " next 0.1 core and 100 MiB, plus 15 %. After a kill at least a fifth or 100 MiB above the request. Limits stay.";
    }

    @Override
    public String source() {
        return "gocrane/crane, pkg/recommendation/recommender/resource@1d63600, pkg/prediction/percentile@95e4001";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        Usage history = training.lastDays(HISTORY_DAYS);
        double cpu = current.cpuRequest();
        if (history.cpuSamples() > 0) {
            cpu = (long) (estimate(history.cpuValues(), CPU_CLASS, parameters) * 1000) / 1000.0;
        }
        long memory = current.memoryRequest();
        if (history.memorySamples() > 0) {
            memory = Math.max((long) estimate(history.memoryValues(), MEMORY_CLASS, parameters),
                    needed(history.ooms(), current.memoryRequest()));
        }
        return new ChangedRequests(cpu, memory).besideLimitsOf(current);
    }

    private static double estimate(double[] values, double width, Parameters parameters) {
        LinearHistogram histogram = new LinearHistogram(CLASSES * width, width);
        for (double value : values) {
            histogram.add(value, Math.max(LEAST_WEIGHT, value));
        }
        return histogram.percentile(parameters.number("percentile") / 100) * (1 + parameters.number("margin"));
    }

    /// @param request bytes; a kill of a container without one is not recorded
    private static long needed(List<OomKill> kills, long request) {
        return kills.isEmpty() || request == 0 ? 0 : Math.max(request + 100 * Bytes.MI, (long) (request * KILL_RATIO));
    }
}
