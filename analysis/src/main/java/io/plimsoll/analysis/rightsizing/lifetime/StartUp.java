package io.plimsoll.analysis.rightsizing.lifetime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRule;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Cpu;

/// Looks at the first minutes of pods that started while they were watched. A runtime that compiles and fills its caches takes CPU
/// then that it never takes again; a request for the time after makes the start longer, which probes may not wait for.
public final class StartUp implements CapacityRule {
    /// Ten minutes: long enough for a large Java service, short enough that work is not taken for a start.
    static final long FIRST_SECONDS = 600;
    private static final long SHORTEST_LIFE = 3600;
    private static final double APART = 2;
    private static final double NOTEWORTHY = 0.1;
    private static final double BUSY = 0.995;

    @Override
    public String id() {
        return "start-up";
    }

    @Override
    public String explanation() {
        return "The highest CPU of the first ten minutes of each pod that started in the telemetry, held against the 99.5th"
                + " percentile of all later samples.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        return find(situation.usage());
    }

    static CapacityFinding find(Usage usage) {
        long step = usage.step();
        if (step == 0 || step > FIRST_SECONDS / 2) {
            return CapacityFinding.NONE;
        }
        List<ReplicaUsage> started = usage.replicas().stream()
                .filter(each -> each.cpu().length() > 0 && each.cpu().times()[0] > usage.first() + 2 * step)
                .filter(each -> each.last() - each.first() >= SHORTEST_LIFE).toList();
        if (started.isEmpty()) {
            return CapacityFinding.NONE;
        }
        double atStart = started.stream().flatMapToDouble(each -> part(each.cpu(), true)).max().orElse(0);
        if (atStart < NOTEWORTHY) {
            return CapacityFinding.NONE;
        }
        double[] later = usage.replicas().stream().flatMapToDouble(each -> part(each.cpu(), false)).toArray();
        // Counting is cheaper than the sorting below, and decides for nearly all.
        long above = Arrays.stream(later).filter(cores -> cores > atStart / APART).count();
        if (later.length == 0 || above > (1 - BUSY) * later.length) {
            return CapacityFinding.NONE;
        }
        double steady = Robust.quantile(later, BUSY);
        Objection objection = new Objection(Refusal.START_UP_BOUND, Grade.B, "A pod takes up to "
                + Cpu.ofCores(rounded(atStart)) + " in its first ten minutes (" + started.size()
                + (started.size() == 1 ? " start was" : " starts were") + " seen) and later "
                + Cpu.ofCores(rounded(steady))
                + " 99.5 % of the time: a smaller request makes its start longer, and its probes must wait for it.");
        return new CapacityFinding(0, 0, 0, List.of(objection), List.of());
    }

    /// Pods that were there from the beginning have no start that was seen; their first minutes count as any others.
    private static DoubleStream part(TimeSeries cpu, boolean first) {
        long end = cpu.length() == 0 ? 0 : cpu.times()[0] + FIRST_SECONDS;
        return first
                ? IntStream.range(0, cpu.length()).filter(i -> cpu.times()[i] < end).mapToDouble(i -> cpu.values()[i])
                : Arrays.stream(cpu.slice(firstAt(cpu, end), cpu.length()).values());
    }

    private static int firstAt(TimeSeries cpu, long time) {
        int at = Arrays.binarySearch(cpu.times(), time);
        return at < 0 ? -at - 1 : at;
    }

    private static double rounded(double cores) {
        return Math.round(cores * 1000) / 1000.0;
    }
}
