package io.plimsoll.analysis.anomaly.daily;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// Cost to the scale on which equal steps are equal percentages, and back.
///
/// `asinh(v / 2s)`: the logarithm for amounts well above `s`, a straight line around zero, odd for negative amounts. `s` is a
/// hundredth of a typical day, so that a day without cost lies 4.6 below a typical one and not infinitely far.
///
/// @param unit `s`, positive
public record CostScale(double unit) {
    private static final int TYPICAL_DAYS = 28;

    /// From the first days with cost, so that nothing later can change it.
    public static CostScale of(double[] values) {
        double typical = Robust.median(Arrays.stream(values).filter(value -> !Double.isNaN(value) && value != 0)
                .limit(TYPICAL_DAYS).map(Math::abs).toArray());
        return new CostScale(Double.isFinite(typical) && typical > 0 ? typical / 100 : 1);
    }

    public double to(double cost) {
        double half = cost / (2 * unit);
        double size = Math.abs(half);
        return Math.copySign(Math.log(size + Math.sqrt(size * size + 1)), half);
    }

    public double back(double x) {
        return 2 * unit * Math.sinh(x);
    }

    public double[] to(double[] costs) {
        return Arrays.stream(costs).map(this::to).toArray();
    }
}
