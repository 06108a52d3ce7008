package io.plimsoll.analysis.rightsizing.choice;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.unit.Bytes;

/// Raises a size to its headroom and to steps in which its manifest is written; limits stay as they are, but where they are the
/// request today they follow it.
///
/// @param current    what is set now: with as many replicas a shrinking never ends above it, and one of less than 15 % is left
/// @param headroom   the least to keep when shrinking
/// @param wholeCores whether CPU is a whole number, as Spark's cores are
/// @param wholeGibis whether memory is written in Gi
public record WritableSize(Size current, Headroom headroom, boolean wholeCores, boolean wholeGibis) {
    private static final long SMALL_STEP = 64 * Bytes.MI;
    private static final double WORTH_A_ROLL_OUT = 0.85;
    private static final long LEAST_WHOLE = 3 * Bytes.GI / 4;

    public Size of(Size raw) {
        boolean same = raw.replicas() == current.replicas();
        double cpu = kept(raw.cpuRequest(), headroom.cores(), same ? current.cpuRequest() : 0, this::cores);
        double memory = kept(raw.memoryRequest(), headroom.memory(), same ? current.memoryRequest() : 0,
                this::bytes);
        return limited(cpu, (long) memory, raw.replicas());
    }

    /// @param now 0 if nothing binds it to what is set
    private static double kept(double wanted, double floor, double now, DoubleUnaryOperator rounded) {
        if (now == 0) {
            return wanted == 0 ? 0 : rounded.applyAsDouble(Math.max(wanted, floor));
        }
        if (wanted >= now) {
            return wanted == now ? now : rounded.applyAsDouble(wanted);
        }
        double smaller = rounded.applyAsDouble(Math.max(wanted, floor));
        return smaller <= WORTH_A_ROLL_OUT * now ? smaller : now;
    }

    /// Raised to the next step in which its manifest is written.
    public double cores(double cores) {
        if (wholeCores) {
            return Math.max(1, Math.ceil(cores - 1e-9));
        }
        return Size.roundCpu(cores, cores < 0.1 ? 10 : cores < 1 ? 50 : 100);
    }

    /// Raised to the next step in which its manifest is written.
    public long bytes(double bytes) {
        long step = wholeGibis && bytes > LEAST_WHOLE ? Bytes.GI : SMALL_STEP;
        return (long) (Math.ceil(bytes / step - 1e-9) * step);
    }

    /// Requests with the limits that go with them.
    public Size limited(double cpu, long memory, int replicas) {
        OptionalDouble cpuLimit = current.cpuLimit();
        if (cpuLimit.isPresent()) {
            double limit = cpuLimit.getAsDouble();
            cpuLimit = OptionalDouble.of(limit == current.cpuRequest() ? cpu : Math.max(cpu, limit));
        }
        long limit = current.memoryLimit();
        long memoryLimit = limit == 0 ? 0 : limit == current.memoryRequest() ? memory : Math.max(memory, limit);
        return new Size(cpu, cpuLimit, memory, memoryLimit, replicas);
    }
}
