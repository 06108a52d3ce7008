package io.plimsoll.analysis.forecast.method;

/// Linear least squares by the normal equations, a hair's breadth regularised so that a column of zeros does no harm.
final class LeastSquares {
    private static final double RIDGE = 1e-9;

    private LeastSquares() {
    }

    /// @param columns each as long as `target`
    /// @return `x` that makes `target + sum(x * column)` least
    static double[] solve(double[][] columns, double[] target) {
        int k = columns.length;
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                normal[i][j] = dot(columns[i], columns[j]);
            }
            normal[i][i] += RIDGE * (1 + normal[i][i]);
            right[i] = -dot(columns[i], target);
        }
        return cholesky(normal, right);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int t = 0; t < one.length; t++) {
            sum += one[t] * other[t];
        }
        return sum;
    }

    private static double[] cholesky(double[][] a, double[] b) {
        int k = b.length;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= a[i][m] * a[j][m];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-30)) : sum / a[j][j];
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < k; i++) {
            for (int m = 0; m < i; m++) {
                x[i] -= a[i][m] * x[m];
            }
            x[i] /= a[i][i];
        }
        for (int i = k - 1; i >= 0; i--) {
            for (int m = i + 1; m < k; m++) {
                x[i] -= a[m][i] * x[m];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
