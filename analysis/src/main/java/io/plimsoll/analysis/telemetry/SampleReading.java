package io.plimsoll.analysis.telemetry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.store.Chunk;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Reads all samples of many series at once. One use, one thread.
///
/// Samples lie in the order of series and time as each import put them there, so that a range of ids is read from few places of the
/// table and mostly in order; what several imports brought out of order is sorted here, not by the engine.
final class SampleReading {
    /// Ids further apart are read by another query.
    private static final long NEAR = 256;
    private static final String RANGE = "SELECT series_id, epoch_us(time), value FROM telemetry_sample "
            + "WHERE series_id BETWEEN ? AND ?";
    private static final long SECOND = 1_000_000;

    private final Database database;
    private final long[] ids;
    private final Part[] parts;
    private long[] series = new long[0];
    private long[] micros = new long[0];
    private double[] values = new double[0];
    /// Where the last sample went: its neighbours mostly go there, too.
    private int last;

    /// @param ids      sorted, each once
    /// @param expected how many samples each may have
    SampleReading(Database database, long[] ids, int[] expected) {
        this.database = database;
        this.ids = ids;
        this.parts = new Part[ids.length];
        for (int i = 0; i < ids.length; i++) {
            parts[i] = new Part(expected[i]);
        }
    }

    Map<Long, TimeSeries> read(Cancellation cancellation) {
        for (int from = 0, to; from < ids.length; from = to) {
            to = from + 1;
            while (to < ids.length && ids[to] - ids[to - 1] <= NEAR) {
                to++;
            }
            database.chunks(Sql.of(RANGE, ids[from], ids[to - 1]), chunk -> take(chunk, cancellation), cancellation);
        }
        Map<Long, TimeSeries> read = new HashMap<>(2 * ids.length);
        for (int i = 0; i < ids.length; i++) {
            read.put(ids[i], parts[i].series());
        }
        return read;
    }

    private void take(Chunk chunk, Cancellation cancellation) {
        cancellation.check();
        int rows = chunk.rows();
        if (series.length < rows) {
            series = new long[rows];
            micros = new long[rows];
            values = new double[rows];
        }
        chunk.wholes(1, series);
        chunk.wholes(2, micros);
        chunk.numbers(3, values);
        for (int i = 0; i < rows; i++) {
            if (ids[last] != series[i]) {
                int found = Arrays.binarySearch(ids, series[i]);
                if (found < 0) {
                    continue;
                }
                last = found;
            }
            parts[last].add(micros[i] / SECOND, values[i]);
        }
    }

    /// A series as it comes in.
    private static final class Part {
        private long[] times;
        private double[] values;
        private int length;
        private boolean rising = true;

        Part(int expected) {
            times = new long[Math.max(1, expected)];
            values = new double[times.length];
        }

        void add(long time, double value) {
            if (length == times.length) {
                times = Arrays.copyOf(times, 2 * length);
                values = Arrays.copyOf(values, 2 * length);
            }
            rising &= length == 0 || times[length - 1] <= time;
            times[length] = time;
            values[length++] = value;
        }

        TimeSeries series() {
            TimeSeries all = length == times.length
                    ? new TimeSeries(times, values)
                    : new TimeSeries(times, values).slice(0, length);
            return rising ? all : all.sorted();
        }
    }
}
