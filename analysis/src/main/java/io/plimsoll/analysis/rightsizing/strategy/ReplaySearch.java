package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;

/// Ours: the cheapest size of a family with which the replay of the training part keeps to the stated risks.
///
/// The family is `base + m * sqrt(base)` for the CPU request. `base` follows the last days quickly; a margin with the
/// square root is what queueing theory asks for (Halfin and Whitt 1981: staffing `R + β √R`), and gives small workloads,
/// whose noise is large for their size, relatively more than large ones. What is stated sets how much of a day may lie above,
/// which of the days counts, the smallest margin and the least size: where one is asked to risk a tenth, no history says as much,
/// and more is kept for what it doesn't hold. Memory is `MemoryNeed` with the stated kills. Constants chosen on the even
/// machines of Bitbrains and measured on the odd ones in `BitbrainsTest`.
public final class ReplaySearch implements Strategy {
    private static final int LOOK_BACK_DAYS = 14;
    private static final double USUAL_RISK = 0.005;
    private static final double HIGHEST_QUANTILE = 0.8;
    private static final double QUANTILE_A_DECADE = 0.2;
    private static final double LARGEST_MARGIN = 0.3;
    private static final double MARGIN_STEP = 0.025;
    private static final double SMALLEST_CPU = 0.010;
    private static final long SMALLEST_MEMORY = 16L << 20;
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.number("risk", "Risk", "Share of time that a replica may want more CPU than its request.",
                    USUAL_RISK, 0.00005, 0.2),
            Parameter.number("oom-per-month", "Kills a month",
                    "How many kills for want of memory, of all replicas, may be expected in a month.", 0.05, 0.001, 10),
            Parameter.number("quantile", "Quantile of days",
                    "Which of the daily highs counts, days decaying; 0.2 more for a tenth of the usual risk of 0.5 %.",
                    0.6,
                    0.3, 1),
            Parameter.number("half-life", "Half-life", "Days after which a day counts half.", 1, 0.5, 30),
            Parameter.number("margin", "Smallest margin",
                    "In the square root of cores: 0.1 puts 1 core to 1.1. Doubles for an eighth of the usual risk.",
                    0.1, 0,
                    LARGEST_MARGIN),
            Parameter.choice("cpu-limit", "CPU limit",
                    "Keep what is set now, set none, or a fifth above the 99.9th percentile.", "keep",
                    List.of("keep", "none", "peak")),
            Parameter.number("memory-margin", "Memory margin",
                    "Share added to the memory that is needed, for peaks between two samples.", 0.03, 0, 2));

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public String title() {
        return "Replay";
    }

    @Override
    public String explanation() {
        return "CPU: a high percentile of each of the last 14 days, the newest counting most, never below the last day's, nor"
                + " below the busiest weekday where weeks repeat; then the smallest margin with which the replay of those days"
                + " keeps to the risk. Memory: the highest of eight daily peaks and what their usual steps from day to day"
                + " may add at the stated kills a month, plus 3 %; start-up peaks count, and a kill raises it by a fifth or"
                + " 100 Mi.";
    }

    @Override
    public String source() {
        return "Own. Measured on Bitbrains GWA-T-12 and GenTD26; margin after Halfin and Whitt, Operations Research 29 (1981)";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        double cpu = current.cpuRequest();
        OptionalDouble cpuLimit = current.cpuLimit();
        if (training.cpuSamples() > 0) {
            cpu = cpuRequest(training, parameters);
            cpuLimit = cpuLimit(training, cpu, current, parameters.text("cpu-limit"));
        }
        long memory = current.memoryRequest();
        long memoryLimit = current.memoryLimit();
        if (training.memorySamples() > 0) {
            double needed = MemoryNeed.of(training, parameters.number("oom-per-month"), current.memoryRequest());
            memory = Size.roundMemory(Math.max(SMALLEST_MEMORY, needed * (1 + parameters.number("memory-margin"))));
            memoryLimit = memory;
        }
        return new Size(cpu, cpuLimit, memory, memoryLimit, current.replicas());
    }

    private static double cpuRequest(Usage training, Parameters parameters) {
        double risk = parameters.number("risk");
        double caution = USUAL_RISK / risk;
        double base = base(training, risk, quantile(parameters.number("quantile"), caution),
                parameters.number("half-life"));
        double least = SMALLEST_CPU * Math.max(1, Math.sqrt(caution));
        double[] recent = training.lastDays(LOOK_BACK_DAYS).cpuValues();
        double margin = parameters.number("margin") * Math.cbrt(caution);
        double cpu = request(base, margin, least);
        while (violationShare(recent, cpu) > risk && margin + MARGIN_STEP <= LARGEST_MARGIN + 1e-9) {
            margin += MARGIN_STEP;
            cpu = request(base, margin, least);
        }
        return cpu;
    }

    private static double quantile(double usual, double caution) {
        double moved = usual + QUANTILE_A_DECADE * Math.log10(caution);
        return Math.max(usual, Math.min(HIGHEST_QUANTILE, moved));
    }

    /// A day's percentile leaves twice the risk above it: most days lie below the one that sizes.
    private static double base(Usage training, double risk, double quantile, double halfLife) {
        DailyHighs highs = DailyHighs.of(training, 7 * WeeklyRhythm.WEEKS, Math.max(0.5, 1 - 2 * risk));
        double base = Math.max(highs.last(LOOK_BACK_DAYS).decayedQuantile(quantile, halfLife), highs.newest());
        double weekly = WeeklyRhythm.repeats(training) ? highs.busiestWeekday() : 0;
        return Double.isNaN(base) ? training.highestCpu() : Math.max(base, weekly);
    }

    private static double violationShare(double[] values, double request) {
        int above = 0;
        for (double value : values) {
            above += value > request ? 1 : 0;
        }
        return (double) above / Math.max(1, values.length);
    }

    private static double request(double base, double margin, double least) {
        return Size.roundCpu(Math.max(least, base + margin * Math.sqrt(base)), 10);
    }

    private static OptionalDouble cpuLimit(Usage training, double request, Size current, String choice) {
        return switch (choice) {
            case "none" -> OptionalDouble.empty();
            case "peak" -> OptionalDouble.of(
                    Math.max(request, Size.roundCpu(Robust.quantile(training.cpuValues(), 0.999) * 1.2, 10)));
            default -> current.cpuLimit().isEmpty()
                    ? current.cpuLimit()
                    : OptionalDouble.of(Math.max(request, current.cpuLimit().getAsDouble()));
        };
    }
}
