package io.plimsoll.analysis.anomaly.stream;

import java.util.Arrays;

/// The latest numbers of a row that grows, kept in rising order while the window moves on: what leaves and what comes is merged in one
/// pass, where selecting from the whole window each time costs ten times as much. `NaN` is passed over. Answers are those of
/// [io.plimsoll.analysis.series.Robust] for the same numbers, to the last digit.
final class SortedWindow {
    private final GrowingArray row;
    private final int length;
    private double[] sorted = {};
    private double[] spare = {};
    private int count;
    private int from;
    private int to;

    /// @param length of the window, rows with `NaN` included
    SortedWindow(GrowingArray row, int length) {
        this.row = row;
        this.length = length;
    }

    /// Moves on to the latest entries of the row.
    void slide() {
        int start = Math.max(0, row.size() - length);
        double[] gone = sorted(from, Math.min(start, to));
        double[] come = sorted(Math.max(start, to), row.size());
        from = start;
        to = row.size();
        int most = count + come.length;
        if (spare.length < most) {
            spare = new double[Math.max(most, Math.min(2 * most, length + 1))];
        }
        int next = 0;
        int left = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double value = sorted[i];
            if (left < gone.length && Double.compare(gone[left], value) == 0) {
                left++;
                continue;
            }
            while (next < come.length && Double.compare(come[next], value) < 0) {
                spare[kept++] = come[next++];
            }
            spare[kept++] = value;
        }
        while (next < come.length) {
            spare[kept++] = come[next++];
        }
        double[] before = sorted;
        sorted = spare;
        spare = before;
        count = kept;
    }

    private double[] sorted(int first, int end) {
        double[] part = row.slice(first, Math.max(first, end));
        Arrays.sort(part);
        int numbers = part.length;
        while (numbers > 0 && Double.isNaN(part[numbers - 1])) {
            numbers--;
        }
        return numbers == part.length ? part : Arrays.copyOf(part, numbers);
    }

    /// How many numbers there are, without `NaN`.
    int size() {
        return count;
    }

    double median() {
        if (count == 0) {
            return Double.NaN;
        }
        double position = 0.5 * (count - 1);
        int below = (int) Math.floor(position);
        return between(sorted[below], sorted[Math.min(below + 1, count - 1)], position - below);
    }

    /// The quantile of how far the numbers lie from a centre, whichever way.
    ///
    /// @param p in 0..1
    double distance(double centre, double p) {
        if (count == 0 || Double.isNaN(centre)) {
            return Double.NaN;
        }
        double position = p * (count - 1);
        int below = (int) Math.floor(position);
        int found = Arrays.binarySearch(sorted, 0, count, centre);
        int right = found < 0 ? -found - 1 : found;
        int left = right - 1;
        double low = 0;
        double high = 0;
        // The farther from the centre, the farther: nearest first, from both sides.
        for (int i = 0; i <= Math.min(below + 1, count - 1); i++) {
            double before = left < 0 ? Double.POSITIVE_INFINITY : Math.abs(sorted[left] - centre);
            double after = right >= count ? Double.POSITIVE_INFINITY : Math.abs(sorted[right] - centre);
            boolean isLeft = right >= count || left >= 0 && before <= after;
            high = isLeft ? before : after;
            left -= isLeft ? 1 : 0;
            right += isLeft ? 0 : 1;
            low = i <= below ? high : low;
        }
        return between(low, high, position - below);
    }

    private static double between(double low, double high, double share) {
        return low + share * (high - low);
    }
}
