package io.plimsoll.analysis.rightsizing.breach;

import java.util.List;

/// Brings features to mean 0 and spread 1 over the rows that were learned from.
record FeatureScale(double[] means, double[] spreads) {
    /// A tree tries every value that occurs; differences below a twentieth of the spread decide nothing.
    private static final double STEP = 0.05;

    static FeatureScale of(List<BreachRow> rows) {
        int width = BreachFeature.values().length;
        double[] means = new double[width];
        double[] spreads = new double[width];
        for (int feature = 0; feature < width; feature++) {
            int at = feature;
            double mean = rows.stream().mapToDouble(row -> row.values()[at]).average().orElse(0);
            double squares = rows.stream().mapToDouble(row -> row.values()[at] - mean).map(off -> off * off).sum();
            means[at] = mean;
            double spread = Math.sqrt(squares / Math.max(1, rows.size()));
            spreads[at] = spread > 1e-9 ? spread : 1;
        }
        return new FeatureScale(means, spreads);
    }

    double[] scaled(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Math.rint((values[i] - means[i]) / spreads[i] / STEP) * STEP;
        }
        return scaled;
    }
}
