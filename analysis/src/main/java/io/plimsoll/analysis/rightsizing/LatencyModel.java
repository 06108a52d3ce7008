package io.plimsoll.analysis.rightsizing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.LatencyAnswer.State;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.latency.LatencyCurve;
import io.plimsoll.analysis.rightsizing.latency.LatencyPoints;
import io.plimsoll.analysis.rightsizing.latency.MeasuredLatency;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.rightsizing.usage.AliveReplicas;
import io.plimsoll.analysis.series.TimeSeries;

/// Answers how long requests would take, prepared once for a workload; a question takes microseconds. Immutable, safe from any
/// thread.
///
/// Latency is taken to follow the utilisation of what a replica may use (its limit, without one its request) as it did with the
/// present size. Utilisation beyond what was measured is never guessed.
public final class LatencyModel {
    /// Of the time in which a size may be busier than answered for.
    private static final double BUSY = 0.95;

    private final @Nullable LatencyCurve curve;
    private final LatencyAnswer silent;
    private final Size current;
    private final double[] own;
    private final double[] spread;

    private LatencyModel(@Nullable LatencyCurve curve, LatencyAnswer silent, Size current, double[] own,
            double[] spread) {
        this.curve = curve;
        this.silent = silent;
        this.current = current;
        this.own = own;
        this.spread = spread;
    }

    /// What was measured before the size last changed says nothing about it now.
    static LatencyModel of(Situation situation, MeasuredLatency measured) {
        OptionalLong since = situation.former().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(situation.former().getFirst().until().getEpochSecond());
        return of(situation.usage(), situation.current(), measured.measured(), measured.byReplica(), since);
    }

    /// @param measured which latency, such as `p95`
    /// @param latency  seconds by replica, or of the whole
    /// @param since    when the present size began, epoch seconds; empty if it was always so
    static LatencyModel of(Usage usage, Size current, String measured, Map<String, TimeSeries> latency,
            OptionalLong since) {
        if (latency.values().stream().allMatch(each -> each.length() == 0)) {
            return silent(current, State.NO_LATENCY_DATA, measured,
                    "No latency data: no series says how long this workload's requests take.");
        }
        if (usage.cpuSamples() == 0) {
            return silent(current, State.NO_CPU_DATA, measured, "No CPU was measured beside the latency.");
        }
        if (current.cpuCeiling() <= 0) {
            return silent(current, State.NO_REQUEST, measured,
                    "Neither a limit nor a request of CPU is known, so use is no share of anything.");
        }
        LatencyPoints points = LatencyPoints.join(cpu(usage), latency, current.cpuCeiling(),
                since.orElse(Long.MIN_VALUE));
        if (points.count() < LatencyCurve.FEWEST_POINTS) {
            return silent(current, State.TOO_FEW_POINTS, measured, "Latency and CPU were measured together " + points
                    .count() + " times with the present size; " + LatencyCurve.FEWEST_POINTS + " are needed.");
        }
        AliveReplicas alive = new AliveReplicas(usage.replicas(), usage.step());
        double[] own = usage.cpuValues();
        double[] spread = Replay.spread(usage, alive);
        Arrays.sort(own);
        Arrays.sort(spread);
        return new LatencyModel(LatencyCurve.of(points), LatencyAnswer.none(State.KNOWN, measured, Double.NaN, ""),
                current, own, spread);
    }

    private static Map<String, TimeSeries> cpu(Usage usage) {
        Map<String, TimeSeries> cpu = new HashMap<>();
        usage.replicas().forEach(each -> cpu.put(each.name(), each.cpu()));
        return cpu;
    }

    private static LatencyModel silent(Size current, State state, String measured, String why) {
        return new LatencyModel(null, LatencyAnswer.none(state, measured, Double.NaN, why), current, new double[0],
                new double[0]);
    }

    /// Whether there is anything to answer with; if not, every answer says why.
    public boolean isReady() {
        return curve != null;
    }

    /// Which latency, such as `p95`; empty if none is loaded.
    public String measured() {
        return silent.measured();
    }

    /// With the present size and load.
    public LatencyAnswer current() {
        return answer(WhatIfInput.of(current));
    }

    public LatencyAnswer answer(WhatIfInput input) {
        LatencyCurve seen = curve;
        if (seen == null) {
            return silent;
        }
        Size size = input.size();
        if (size.cpuCeiling() <= 0) {
            return LatencyAnswer.none(State.NO_REQUEST, measured(), Double.NaN,
                    "Without a limit or a request, use is no share of anything.");
        }
        boolean asItWas = size.replicas() == current.replicas() || size.replicas() == 0;
        double busy = asItWas ? busy(own) : busy(spread) / size.replicas();
        double utilisation = busy * input.growth() / size.cpuCeiling();
        if (!seen.hasSeen(utilisation)) {
            return LatencyAnswer.none(State.NOT_SEEN, measured(), utilisation, notSeen(seen, utilisation));
        }
        double[] range = seen.range(utilisation);
        double seconds = seen.seconds(utilisation);
        return new LatencyAnswer(State.KNOWN, measured(), utilisation, seconds, range[0], range[1],
                String.format(Locale.ROOT,
                        "At busy times, with %.0f %% of its CPU in use, %s latency was %s (%s to %s).",
                        100 * utilisation, measured(), millis(seconds), millis(range[0]), millis(range[1])));
    }

    private static double busy(double[] sorted) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (BUSY * sorted.length))];
    }

    private static String notSeen(LatencyCurve seen, double utilisation) {
        return utilisation > seen.highest()
                ? String.format(Locale.ROOT,
                        "Not seen: at busy times %.0f %% of its CPU would be in use, and latency was measured up to %.0f %%.",
                        100 * utilisation, 100 * seen.highest())
                : String.format(Locale.ROOT,
                        "Not seen: at busy times only %.0f %% of its CPU would be in use, less than the lowest measured %.0f %%, "
                                + "at which latency was %s.",
                        100 * utilisation, 100 * seen.lowest(), millis(seen.seconds(seen.lowest())));
    }

    private static String millis(double seconds) {
        double millis = 1000 * seconds;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
