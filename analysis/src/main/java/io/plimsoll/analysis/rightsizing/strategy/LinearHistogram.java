package io.plimsoll.analysis.rightsizing.strategy;

/// Weights by size class, all classes equally wide and no sample ageing; a percentile answers with the end of its class.
///
/// kubernetes/autoscaler@55c37cd, vertical-pod-autoscaler/pkg/recommender/util: histogram.go and histogram_options.go
/// (`NewLinearHistogramOptions`). Not safe for use by several threads.
final class LinearHistogram {
    private static final double EPSILON = 1e-10;

    private final double width;
    private final double[] weights;
    private double total;

    LinearHistogram(double maximum, double width) {
        this.width = width;
        this.weights = new double[(int) Math.ceil(maximum / width) + 1];
    }

    void add(double value, double weight) {
        weights[Math.min((int) (value / width), weights.length - 1)] += weight;
        total += weight;
    }

    /// @param p in 0..1
    /// @return 0 when empty
    double percentile(double p) {
        int high = weights.length - 1;
        while (high > 0 && weights[high] < EPSILON) {
            high--;
        }
        if (weights[high] < EPSILON) {
            return 0;
        }
        double sum = 0;
        int bucket = 0;
        for (; bucket < high; bucket++) {
            sum += weights[bucket];
            if (sum >= p * total) {
                break;
            }
        }
        return (bucket < weights.length - 1 ? bucket + 1 : bucket) * width;
    }
}
