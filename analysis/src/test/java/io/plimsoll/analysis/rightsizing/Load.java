package io.plimsoll.analysis.rightsizing;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.plimsoll.analysis.series.TimeSeries;

/// Hand-made telemetry for tests.
public final class Load {
    /// A Monday, 00:00 UTC.
    public static final long START = 1_748_822_400L;
    public static final long FIVE_MINUTES = 300;
    public static final int DAY_SAMPLES = 288;

    private Load() {
    }

    public static TimeSeries every(long step, int count, IntToDoubleFunction value) {
        return new TimeSeries(LongStream.range(0, count).map(i -> START + i * step).toArray(),
                IntStream.range(0, count).mapToDouble(value).toArray());
    }

    public static TimeSeries values(long step, double... values) {
        return every(step, values.length, i -> values[i]);
    }

    /// One replica at five minutes: CPU in cores, memory in bytes.
    public static Usage days(int days, IntToDoubleFunction cpu, IntToDoubleFunction memory) {
        int count = days * DAY_SAMPLES;
        return Usage.of(new ReplicaUsage("a", every(FIVE_MINUTES, count, cpu), every(FIVE_MINUTES, count, memory)));
    }
}
