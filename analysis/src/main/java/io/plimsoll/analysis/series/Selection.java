package io.plimsoll.analysis.series;

import java.util.Arrays;

/// Finds one order statistic without sorting all: Hoare's FIND (1961) with the median of three, in linear time for all but contrived
/// orders; of those the rest is sorted after as many rounds as halving would need twice over.
final class Selection {
    private static final int SMALL = 24;

    private Selection() {
    }

    /// Reorders in place: nothing before `at` is larger than what stands there, nothing behind it is smaller.
    ///
    /// @param values not empty, without `NaN`
    static double select(double[] values, int at) {
        int low = 0;
        int high = values.length - 1;
        int rounds = 2 * (32 - Integer.numberOfLeadingZeros(values.length));
        while (high - low > SMALL && rounds-- > 0) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double kept = values[left];
                    values[left++] = values[right];
                    values[right--] = kept;
                }
            }
            if (at <= right) {
                high = right;
            } else if (at >= left) {
                low = left;
            } else {
                return values[at];
            }
        }
        if (high - low > SMALL) {
            Arrays.sort(values, low, high + 1);
        } else {
            insertionSort(values, low, high);
        }
        return values[at];
    }

    /// Without the care for `NaN` and the sign of zero that costs the library's sort as much as sorting a few values does.
    private static void insertionSort(double[] values, int low, int high) {
        for (int i = low + 1; i <= high; i++) {
            double value = values[i];
            int place = i;
            while (place > low && values[place - 1] > value) {
                values[place] = values[place - 1];
                place--;
            }
            values[place] = value;
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
