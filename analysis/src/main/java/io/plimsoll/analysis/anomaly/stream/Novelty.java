package io.plimsoll.analysis.anomaly.stream;

import java.util.ArrayList;
import java.util.List;

/// Successions of values that were never seen before: each value falls into one of seven bins over the range seen so far (or beside it),
/// and the novelty is the share of the last one, two, ... five bins that no earlier row ended with.
///
/// The range widens with what was seen, so all rows are put into bins anew whenever there are a quarter more of them.
final class Novelty {
    private static final int BINS = 7;
    private static final int ORDERS = 5;
    private static final double MORE = 1.25;
    /// Bins beside the range, as many times the range.
    private static final int BELOW = 5;
    private static final int ABOVE = 6;

    private final int learning;
    private final GrowingArray seen = new GrowingArray();
    private final List<SeenSet> known = new ArrayList<>();
    private double low;
    private double width;
    private int renewal;
    private long last;

    /// @param learning rows that are only learned
    Novelty(int learning) {
        this.learning = learning;
        this.renewal = learning;
    }

    /// @return 0..1, 0 while learning
    double next(double value) {
        double novelty = 0;
        if (seen.size() >= learning) {
            if (seen.size() >= renewal) {
                renew();
            }
            novelty = take(value) / (double) ORDERS;
        }
        seen.add(value);
        return novelty;
    }

    private void renew() {
        renewal = Math.max((int) (seen.size() * MORE), seen.size() + 1);
        double high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seen.size(); i++) {
            low = Math.min(low, seen.get(i));
            high = Math.max(high, seen.get(i));
        }
        width = high > low ? high - low : Math.max(1e-9, Math.abs(high));
        known.clear();
        for (int i = 0; i < ORDERS; i++) {
            known.add(new SeenSet());
        }
        last = 0;
        for (int i = 0; i < seen.size(); i++) {
            take(seen.get(i));
        }
    }

    /// @return how many of the orders end in something new
    private int take(double value) {
        double place = Math.floor((value - low) / width * BINS);
        // From 1 on, so that nothing is not a bin; a bin takes a byte.
        long bin = (long) Math.clamp(place, -BELOW * BINS, ABOVE * BINS) + BELOW * BINS + 1;
        last = lastBins((last << Byte.SIZE) | bin, ORDERS);
        int novel = 0;
        for (int order = 1; order <= ORDERS; order++) {
            if (known.get(order - 1).add(lastBins(last, order))) {
                novel++;
            }
        }
        return novel;
    }

    private static long lastBins(long bins, int count) {
        long mask = (1L << (count * Byte.SIZE)) - 1;
        return bins & mask;
    }
}
