package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;

/// What Kruize recommends for cost or for performance, in its short, medium or long term.
///
/// It looks at intervals of 15 minutes. CPU: the highest of the intervals' peaks while that is below one core, else a percentile
/// of them, the value at the rounded rank `p * (n - 1)`. Memory: the highest peak plus a fifth, or plus the largest spread within
/// one interval and 5 % of that, whichever is less; so steady use gets no reserve. Limits equal requests. Below the term's
/// minimum of intervals, and at or below one millicore, it recommends nothing and the size stays. What the telemetry here does
/// not hold is taken for 0: throttling, which it adds to CPU, and resident memory, whose spread it also looks at.
///
/// Source: kruize/autotune (Apache-2.0), GenericRecommendationModel.java@0724e8e for the formulas, CommonUtils.java for the
/// rank, RecommendationConstants.java for the shares, design/TermThresholdDesign.md@04d41a8 for terms and minimums. It keeps
/// fractions; here CPU is rounded up to a millicore and memory to a byte.
///
/// @param id         of the profile
/// @param title      for tables
/// @param parameters with the profile's initial values
public record Kruize(String id, String title, List<Parameter> parameters) implements Strategy {
    private static final long INTERVAL = 900;
    private static final double ONE_CORE = 1;
    private static final double IDLE = 0.001;
    private static final double USAGE_BUFFER = 0.2;
    private static final double SPIKE_BUFFER = 0.05;

    private Kruize(String id, String title, double percentile) {
        this(id, title, List.of(
                Parameter.choice("term", "Term", "How far back it looks: 1, 7 or 15 days.", "medium",
                        List.of("short", "medium", "long")),
                Parameter.number("cpu-percentile", "CPU percentile",
                        "Percentile of the peaks of 15 minutes, in percent.", percentile, 1, 100)));
    }

    public static Kruize cost() {
        return new Kruize("kruize-cost", "Kruize cost", 60);
    }

    public static Kruize performance() {
        return new Kruize("kruize-performance", "Kruize performance", 98);
    }

    @Override
    public String explanation() {
        return "CPU at the " + Math.round(Double.parseDouble(parameters.getLast().initial()))
                + "th percentile of the peaks of"
                + " 15 minutes in the last 7 days, at the highest one below a core; memory a fifth above the highest peak, or"
                + " above it by the largest spread within 15 minutes if that is less. Limits equal requests. Needs 192 intervals.";
    }

    @Override
    public String source() {
        return "kruize/autotune, GenericRecommendationModel.java@0724e8e, design/TermThresholdDesign.md@04d41a8";
    }

    @Override
    public Size size(Usage training, Size current, Parameters chosen) {
        Term term = Term.named(chosen.text("term"));
        Usage history = training.lastDays(term.days);
        Intervals cpuUse = Intervals.ofCpu(history, INTERVAL);
        double cpu = cpuUse.count() < term.fewest ? 0 : cpu(cpuUse.highs(), chosen.number("cpu-percentile"));
        Intervals memoryUse = Intervals.ofMemory(history, INTERVAL);
        long memory = memoryUse.count() < term.fewest ? 0 : (long) Math.ceil(memory(memoryUse));
        return new Size(cpu <= IDLE ? current.cpuRequest() : Size.roundCpu(cpu, 1),
                cpu <= IDLE ? current.cpuLimit() : OptionalDouble.of(Size.roundCpu(cpu, 1)),
                memory == 0 ? current.memoryRequest() : memory, memory == 0 ? current.memoryLimit() : memory,
                current.replicas());
    }

    private static double cpu(double[] highs, double percentile) {
        double highest = 0;
        for (double high : highs) {
            highest = Math.max(highest, high);
        }
        if (highest < ONE_CORE) {
            return highest;
        }
        double[] sorted = highs.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(percentile / 100 * (sorted.length - 1))];
    }

    private static double memory(Intervals use) {
        double highest = 0;
        double spike = 0;
        for (int i = 0; i < use.count(); i++) {
            highest = Math.max(highest, use.highs()[i]);
            spike = Math.max(spike, Math.ceil(use.highs()[i] - use.lows()[i]));
        }
        return Math.min(highest + highest * USAGE_BUFFER, highest + spike + spike * SPIKE_BUFFER);
    }

    private enum Term {
        SHORT(1, 2), MEDIUM(7, 192), LONG(15, 768);

        private final int days;
        private final int fewest;

        Term(int days, int fewest) {
            this.days = days;
            this.fewest = fewest;
        }

        static Term named(String name) {
            return switch (name) {
                case "short" -> SHORT;
                case "long" -> LONG;
                default -> MEDIUM;
            };
        }
    }
}
