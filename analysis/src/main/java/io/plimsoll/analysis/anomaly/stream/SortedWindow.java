package io.plimsoll.analysis.anomaly.stream;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// The latest numbers of a row that grows, kept in rising order while the window moves on: only what leaves and what comes is looked
/// for, where selecting from the whole window each time costs ten times as much. `NaN` is passed over. Answers are those of
/// [Robust] for the same numbers, to the last digit.
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
        int copied = 0;
        int kept = 0;
        int left = 0;
        int next = 0;
        while (left < gone.length || next < come.length) {
            boolean leaves = next == come.length || left < gone.length && gone[left] <= come[next];
            double value = leaves ? gone[left++] : come[next++];
            int place = firstFrom(copied, value);
            System.arraycopy(sorted, copied, spare, kept, place - copied);
            kept += place - copied;
            copied = place;
            if (leaves) {
                copied++;
            } else {
                spare[kept++] = value;
            }
        }
        System.arraycopy(sorted, copied, spare, kept, count - copied);
        kept += count - copied;
        double[] before = sorted;
        sorted = spare;
        spare = before;
        count = kept;
    }

    /// The first place from `start` on whose number is not smaller.
    private int firstFrom(int start, double value) {
        int low = start;
        int left = count - start;
        while (left > 1) {
            int half = left >>> 1;
            low = sorted[low + half - 1] < value ? low + half : low;
            left -= half;
        }
        return left == 1 && sorted[low] < value ? low + 1 : low;
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
        return Robust.quantileOfSorted(sorted, count, 0.5);
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
        int first = nearest(centre, below + 1);
        int last = first + below;
        double low = Math.max(Math.abs(sorted[first] - centre), Math.abs(sorted[last] - centre));
        if (below + 1 == count) {
            return between(low, low, position - below);
        }
        double before = first == 0 ? Double.POSITIVE_INFINITY : Math.abs(sorted[first - 1] - centre);
        double after = last + 1 == count ? Double.POSITIVE_INFINITY : Math.abs(sorted[last + 1] - centre);
        return between(low, Math.min(before, after), position - below);
    }

    /// Where the numbers that lie nearest to a centre begin; as they are sorted, they stand side by side.
    private int nearest(double centre, int many) {
        int low = 0;
        int left = count - many + 1;
        while (left > 1) {
            int half = left >>> 1;
            int middle = low + half - 1;
            low = centre - sorted[middle] > sorted[middle + many] - centre ? low + half : low;
            left -= half;
        }
        return low;
    }

    private static double between(double low, double high, double share) {
        return low + share * (high - low);
    }
}
