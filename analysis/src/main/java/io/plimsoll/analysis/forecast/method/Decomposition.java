package io.plimsoll.analysis.forecast.method;

import java.util.Arrays;

import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess;

/// A series without its seasons, and the seasons as they go on. Several seasons are taken out in turn, the shortest first, twice
/// (Bandara, Hyndman and Bergmeir 2021, MSTL).
final class Decomposition {
    private final double[] adjusted;
    private final double[][] cycles;

    private Decomposition(double[] adjusted, double[][] cycles) {
        this.adjusted = adjusted;
        this.cycles = cycles;
    }

    /// @param width of the smoother over the same place of successive seasons, odd; 0 for one unchanging season
    static Decomposition of(double[] values, int[] seasons, int width) {
        int[] shown = Seasons.shown(seasons, values.length);
        double[][] seasonal = new double[shown.length][values.length];
        double[] adjusted = values.clone();
        for (int round = 0; round < (shown.length > 1 ? 2 : 1); round++) {
            for (int i = 0; i < shown.length; i++) {
                for (int t = 0; t < adjusted.length; t++) {
                    adjusted[t] += seasonal[i][t];
                }
                seasonal[i] = seasonal(adjusted, shown[i], width);
                for (int t = 0; t < adjusted.length; t++) {
                    adjusted[t] -= seasonal[i][t];
                }
            }
        }
        double[][] cycles = new double[shown.length][];
        for (int i = 0; i < shown.length; i++) {
            cycles[i] = Arrays.copyOfRange(seasonal[i], values.length - shown[i], values.length);
        }
        return new Decomposition(adjusted, cycles);
    }

    private static double[] seasonal(double[] values, int period, int width) {
        SeasonalTrendLoess.Builder builder = new SeasonalTrendLoess.Builder().setPeriodLength(period).setRobust();
        return (width == 0 ? builder.setPeriodic() : builder.setSeasonalWidth(width)).buildSmoother(values).decompose()
                .getSeasonal();
    }

    double[] adjusted() {
        return adjusted;
    }

    /// What the seasons add to the `h`th step ahead, from 0.
    double season(int h) {
        double sum = 0;
        for (double[] cycle : cycles) {
            sum += cycle[h % cycle.length];
        }
        return sum;
    }
}
