package io.plimsoll.analysis.quality.lag;

import java.util.Arrays;
import java.util.OptionalInt;

/// The age at which a day's cost has settled, from looks at days of different ages.
///
/// Each look says only whether the day was settled by then or not (current status data). The share of settled days by age that makes the
/// looks likeliest never falls with age; pooling adjacent violators finds it (Ayer et al. 1955).
public final class Settling {
    private final int[] looks = new int[Lags.LONGEST + 1];
    private final int[] settled = new int[Lags.LONGEST + 1];
    private int total;

    /// @param age days between the day and the newest day of its export, 0..45
    void add(int age, boolean isSettled) {
        looks[age]++;
        settled[age] += isSettled ? 1 : 0;
        total++;
    }

    int looks() {
        return total;
    }

    /// The first age at which at least `share` of the days are settled; empty if none is.
    OptionalInt age(double share) {
        double[] fitted = fitted();
        for (int age = 0; age < fitted.length; age++) {
            if (looks[age] > 0 && fitted[age] >= share) {
                return OptionalInt.of(age);
            }
        }
        return OptionalInt.empty();
    }

    /// Shares by age, never falling; an age without a look has that of the one before.
    private double[] fitted() {
        double[] fitted = new double[looks.length];
        int[] start = new int[looks.length];
        double[] hits = new double[looks.length];
        double[] tries = new double[looks.length];
        int blocks = 0;
        for (int age = 0; age < looks.length; age++) {
            start[blocks] = age;
            hits[blocks] = settled[age];
            tries[blocks] = looks[age];
            blocks++;
            while (blocks > 1 && (tries[blocks - 1] == 0 || tries[blocks - 2] == 0
                    || hits[blocks - 2] * tries[blocks - 1] > hits[blocks - 1] * tries[blocks - 2])) {
                hits[blocks - 2] += hits[blocks - 1];
                tries[blocks - 2] += tries[blocks - 1];
                blocks--;
            }
        }
        for (int block = 0; block < blocks; block++) {
            int end = block + 1 < blocks ? start[block + 1] : fitted.length;
            Arrays.fill(fitted, start[block], end, tries[block] == 0 ? 0 : hits[block] / tries[block]);
        }
        return fitted;
    }
}
