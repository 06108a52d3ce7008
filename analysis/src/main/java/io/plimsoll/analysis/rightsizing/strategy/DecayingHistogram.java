package io.plimsoll.analysis.rightsizing.strategy;

/// Weights by size class, where a sample loses half of its weight every half-life.
///
/// Bucket `n` starts at `first * (ratio^n - 1) / (ratio - 1)`; a percentile answers with the end of its bucket. Both, and
/// the epsilon below which a bucket counts as empty, are those of kubernetes/autoscaler@55c37cd,
/// vertical-pod-autoscaler/pkg/recommender/util/histogram.go and decaying_histogram.go. Not safe for use by several threads.
final class DecayingHistogram {
    /// A tenth of a percent of the weight of one sample, which is 0.1.
    private static final double EPSILON = 1e-4;
    private static final double SAMPLE_WEIGHT = 0.1;
    private static final double RATIO = 1.05;
    private static final double LOG_RATIO = Math.log(RATIO);
    private static final int LARGEST_EXPONENT = 100;

    private final double firstBucket;
    private final double[] weights;
    private final double halfLifeSeconds;
    private double total;
    private long reference;

    /// @param start time of the earliest sample, epoch seconds
    DecayingHistogram(double firstBucket, double maximum, double halfLifeSeconds, long start) {
        this.firstBucket = firstBucket;
        this.halfLifeSeconds = halfLifeSeconds;
        this.reference = start;
        this.weights = new double[(int) Math.ceil(
                Math.log(maximum * (RATIO - 1) / firstBucket + 1) / Math.log(RATIO)) + 1];
    }

    static DecayingHistogram ofCpu(double halfLifeSeconds, long start) {
        return new DecayingHistogram(0.01, 1000, halfLifeSeconds, start);
    }

    static DecayingHistogram ofMemory(double halfLifeSeconds, long start) {
        return new DecayingHistogram(1e7, 1e12, halfLifeSeconds, start);
    }

    void add(double value, long time) {
        if (time - reference > LARGEST_EXPONENT * halfLifeSeconds) {
            rescale(time);
        }
        double weight = SAMPLE_WEIGHT * Math.pow(2, (time - reference) / halfLifeSeconds);
        weights[bucket(value)] += weight;
        total += weight;
    }

    /// Only ratios of weights matter, so the reference may move without changing a percentile.
    private void rescale(long time) {
        double factor = Math.pow(2, (reference - time) / halfLifeSeconds);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
        total *= factor;
        reference = time;
    }

    /// @param p in 0..1
    /// @return 0 when empty
    double percentile(double p) {
        int low = 0;
        int high = weights.length - 1;
        while (low < high && weights[low] < EPSILON) {
            low++;
        }
        while (high > low && weights[high] < EPSILON) {
            high--;
        }
        if (weights[low] < EPSILON) {
            return 0;
        }
        double sum = 0;
        int bucket = low;
        for (; bucket < high; bucket++) {
            sum += weights[bucket];
            if (sum >= p * total) {
                break;
            }
        }
        return start(bucket < weights.length - 1 ? bucket + 1 : bucket);
    }

    int bucket(double value) {
        if (value < firstBucket) {
            return 0;
        }
        int bucket = (int) Math.floor(Math.log(value * (RATIO - 1) / firstBucket + 1) / LOG_RATIO);
        return Math.min(bucket, weights.length - 1);
    }

    double start(int bucket) {
        return bucket == 0 ? 0 : firstBucket * (Math.pow(RATIO, bucket) - 1) / (RATIO - 1);
    }
}
