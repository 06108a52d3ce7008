package io.plimsoll.analysis.rightsizing;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// Counts how many different numbers times fall upon. Sorting is nearly free here: each series is in order already.
final class Distinct {
    private Distinct() {
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
