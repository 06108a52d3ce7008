package io.plimsoll.analysis.rightsizing.usage;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// Counts how many different numbers times fall upon. Sorting is nearly free here: each series is in order already.
public final class Distinct {
    private Distinct() {
    }

    /// Steps that times fall upon, the nearest one each.
    ///
    /// @param series times of each, strictly rising
    /// @param start  at most the first of all times
    /// @param step   more than 0
    public static long steps(List<long[]> series, long start, long step) {
        LongUnaryOperator nearest = time -> (time - start + step / 2) / step;
        if (series.size() != 1) {
            return count(series, nearest);
        }
        long[] times = series.getFirst();
        long count = times.length == 0 ? 0 : 1;
        for (int i = 1; i < times.length; i++) {
            // A whole step further is another one: no need to divide.
            count += times[i] - times[i - 1] >= step
                    || nearest.applyAsLong(times[i]) != nearest.applyAsLong(times[i - 1]) ? 1 : 0;
        }
        return count;
    }

    /// @param series times of each
    /// @param bucket of a time
    static long count(List<long[]> series, LongUnaryOperator bucket) {
        long[] all = new long[series.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (long[] times : series) {
            for (long time : times) {
                all[at++] = bucket.applyAsLong(time);
            }
        }
        Arrays.sort(all);
        long count = all.length == 0 ? 0 : 1;
        for (int i = 1; i < all.length; i++) {
            count += all[i] == all[i - 1] ? 0 : 1;
        }
        return count;
    }
}
