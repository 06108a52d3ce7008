package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.unit.Bytes;

/// What the Kubernetes Vertical Pod Autoscaler would set, taking the workload for a pod of one container: one of its three figures.
///
/// Target, lower and upper bound are the 90th, 50th and 95th percentile, each plus the margin. The bounds are then multiplied by
/// `(1 + multiplier / confidence) ^ exponent`, (.001, -2) and (1, 1), so that they close in on the percentiles as days pass. No
/// minimum of samples: with one sample the confidence is 0, the lower bound is the pod minimum and the upper one has no end, for
/// which VPA has the count 10^14. Source: `source()`, there model/types.go, logic/recommender.go and logic/estimator.go.
public final class Vpa implements Strategy {
    private static final int HISTORY_DAYS = 8;
    private static final double HALF_LIFE = Usage.DAY;
    private static final double SMALLEST_CPU = 0.025;
    private static final long SMALLEST_MEMORY = 250 * Bytes.MI;
    private static final double LARGEST_COUNT = 1e14;
    private static final List<Parameter> PARAMETERS = List
            .of(Parameter.number("margin", "Margin", "Share added to the percentile, 0.15 is its default.", 0.15, 0,
                    2));

    private static final Function<Usage, DecayingHistogram> CPU_HISTOGRAM = Vpa::cpuHistogram;

    private final Figure figure;

    private Vpa(Figure figure) {
        this.figure = figure;
    }

    public static Vpa target() {
        return new Vpa(Figure.TARGET);
    }

    /// Below this a pod is evicted to be made larger.
    public static Vpa lowerBound() {
        return new Vpa(Figure.LOWER);
    }

    /// Above this a pod is evicted to be made smaller.
    public static Vpa upperBound() {
        return new Vpa(Figure.UPPER);
    }

    @Override
    public String id() {
        return figure.id;
    }

    @Override
    public String title() {
        return figure.title;
    }

    @Override
    public String explanation() {
        return "The " + Math.round(100 * figure.percentile)
                + "th percentile of CPU samples, and of the memory peaks of the last"
                + " eight windows of 24 h, each weighing half as much as one a day younger, plus 15 %."
                + figure.sentence
                + " Limits keep their ratio to the requests.";
    }

    @Override
    public String source() {
        return "kubernetes/autoscaler@55c37cd, vertical-pod-autoscaler/pkg/recommender: config, model, logic, util";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        Usage history = training.lastDays(HISTORY_DAYS);
        double factor = figure.multiplier == 0
                ? 1
                : Math.pow(1 + figure.multiplier / confidence(history), figure.exponent);
        double margin = parameters.number("margin");
        double cpu = current.cpuRequest();
        if (history.cpuSamples() > 0) {
            long base = (long) (history.derived(CPU_HISTOGRAM).percentile(figure.percentile) * 1000);
            cpu = Size.roundCpu(Math.max(SMALLEST_CPU, scaled(base, margin, factor) / 1000.0), 1);
        }
        long memory = current.memoryRequest();
        if (history.memorySamples() > 0) {
            long base = (long) history.derived(new MemoryHistogram(current.memoryRequest()))
                    .percentile(figure.percentile);
            memory = Math.max(SMALLEST_MEMORY, scaled(base, margin, factor));
        }
        return new Size(cpu, cpuLimit(cpu, current), memory, memoryLimit(memory, current), current.replicas());
    }

    /// It counts in whole millicores and bytes and cuts fractions off at each step.
    private static long scaled(long base, double margin, double factor) {
        return (long) Math.min(LARGEST_COUNT, (base + (long) (base * margin)) * factor);
    }

    private static DecayingHistogram cpuHistogram(Usage usage) {
        DecayingHistogram histogram = DecayingHistogram.ofCpu(HALF_LIFE, usage.first());
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries cpu = replica.cpu();
            for (int i = 0; i < cpu.length(); i++) {
                histogram.add(cpu.values()[i], cpu.times()[i]);
            }
        }
        return histogram;
    }

    /// The three figures are read from one histogram.
    private record MemoryHistogram(long request) implements Function<Usage, DecayingHistogram> {
        @Override
        public DecayingHistogram apply(Usage usage) {
            return memoryHistogram(usage, request);
        }
    }

    /// One peak a window of 24 h, counted from the replica's first sample and stamped with the window's end.
    private static DecayingHistogram memoryHistogram(Usage usage, long request) {
        DecayingHistogram histogram = DecayingHistogram.ofMemory(HALF_LIFE, usage.first());
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries memory = replica.memory();
            for (int from = 0, to; from < memory.length(); from = to) {
                long start = memory.times()[from];
                long window = memory.times()[0] + Math.floorDiv(start - memory.times()[0], Usage.DAY) * Usage.DAY;
                to = from;
                while (to < memory.length() && memory.times()[to] < window + Usage.DAY) {
                    to++;
                }
                double peak = Arrays.stream(memory.values(), from, to).max().orElse(0);
                for (OomKill kill : usage.ooms()) {
                    if (kill.replica().equals(replica.name()) && kill.time() >= window
                            && kill.time() < window + Usage.DAY) {
                        peak = Math.max(peak, OomBump.needed(memory.slice(from, to), kill.time(), request));
                    }
                }
                histogram.add(peak, window + Usage.DAY);
            }
        }
        return histogram;
    }

    /// Days of history, or what a sample a minute would make of the number of CPU samples if that is less; VPA always has both
    /// metrics, where CPU was not measured memory is counted.
    private static double confidence(Usage usage) {
        double days = (double) (usage.last() - usage.first()) / Usage.DAY;
        int samples = usage.cpuSamples() == 0 ? usage.memorySamples() : usage.cpuSamples();
        return Math.min(days, samples / 1440.0);
    }

    private static OptionalDouble cpuLimit(double request, Size current) {
        if (current.cpuLimit().isEmpty()) {
            return OptionalDouble.empty();
        }
        double limit = current.cpuLimit().getAsDouble();
        double ratio = current.cpuRequest() == 0 ? 1 : limit / current.cpuRequest();
        return OptionalDouble.of(Size.roundCpu(request * ratio, 1));
    }

    private static long memoryLimit(long request, Size current) {
        if (current.memoryRequest() == 0) {
            return request;
        }
        return (long) (request * ((double) current.memoryLimit() / current.memoryRequest()));
    }

    private enum Figure {
        TARGET("vpa", "VPA target", 0.9, 0, 1, ""), LOWER("vpa-lower", "VPA lower bound", 0.5, 0.001, -2,
                " Less where there are few days."),
        UPPER("vpa-upper", "VPA upper bound", 0.95, 1, 1,
                " Plus that divided by the days of history.");

        private final String id;
        private final String title;
        private final double percentile;
        private final double multiplier;
        private final double exponent;
        private final String sentence;

        Figure(String id, String title, double percentile, double multiplier, double exponent, String sentence) {
            this.id = id;
            this.title = title;
            this.percentile = percentile;
            this.multiplier = multiplier;
            this.exponent = exponent;
            this.sentence = sentence;
        }
    }
}
