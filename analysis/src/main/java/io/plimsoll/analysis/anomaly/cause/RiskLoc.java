package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Finds the smallest set of dimension elements that holds a change, after Kalander, "RiskLoc: Localization of
/// Multi-dimensional Root Causes by Weighted Risk", arXiv 2205.10004.
///
/// Leaves are parted into normal and abnormal by how far real lies from predicted, weighted by their distance from the cut. An
/// element's risk is the weighted share of abnormal leaves in it, less the part of its deviation that stays once the element's
/// own change is spread in proportion over its leaves (ripple effect). From one dimension up to four, the element with most explanatory power among those past
/// the risk gate is taken, its leaves are removed, and the search starts again.
public final class RiskLoc {
    private static final double RISK = 0.5;
    /// An element must explain at least this share of the weighted change that is still unexplained.
    private static final double SHARE = 0.02;
    /// Outermost deviations on each side that don't decide where the cut lies.
    private static final int REMOVED = 5;
    /// The search ends when so little of the weighted change is left.
    private static final double REST = 0.001;
    private static final int LAYERS = 4;
    /// The noisy tail of the side that changed may reach a little farther than that of the quiet side.
    private static final double MARGIN = 1.25;

    private final Leaves leaves;
    private final double[] deviation;
    private final boolean[] gone;
    private final boolean[] abnormal;
    private final double[] weight;
    private final int[] group;
    private double cut;
    private boolean highSide;

    private RiskLoc(Leaves leaves) {
        this.leaves = leaves;
        int n = leaves.size();
        deviation = new double[n];
        for (int i = 0; i < n; i++) {
            deviation[i] = deviation(leaves.predict[i], leaves.real[i]);
        }
        gone = new boolean[n];
        abnormal = new boolean[n];
        weight = new double[n];
        group = new int[n];
    }

    /// @param dimensions names
    /// @param cells      leaves, each with one value a dimension
    /// @return the elements of the answer, in the order in which they were found; empty if nothing stands out
    /// @throws StepFailure CAUSE_COLUMNS
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static List<Cause> rank(List<String> dimensions, List<Cell> cells, Progress progress,
            Cancellation cancellation) {
        return new RiskLoc(new Leaves(dimensions, cells)).run(progress, cancellation);
    }

    /// Symmetric relative deviation in -2..2, positive when less than predicted came.
    private static double deviation(double predict, double real) {
        double sum = predict + real;
        return sum == 0 || !Double.isFinite(sum) ? 0 : 2 * (predict - real) / sum;
    }

    private List<Cause> run(Progress progress, Cancellation cancellation) {
        List<Cause> causes = new ArrayList<>();
        if (!part()) {
            return causes;
        }
        double all = abnormalChange();
        double left = all;
        while (all > 0 && left >= REST * all && causes.size() < 1 / SHARE) {
            progress.update("Searching the dimensions", 1 - left / all);
            Element found = search(SHARE * left, cancellation);
            if (found == null) {
                break;
            }
            causes.add(take(found));
            left = abnormalChange();
        }
        return causes;
    }

    /// Cuts where the quieter side ends: noise is taken to be as wide on both sides.
    ///
    /// @return false if nothing deviates
    private boolean part() {
        double[] sorted = Arrays.stream(deviation).sorted().distinct().toArray();
        int removed = Math.min(REMOVED, (sorted.length - 1) / 2);
        if (sorted.length < 2) {
            return false;
        }
        highSide = sorted[sorted.length - 1] >= -sorted[0];
        cut = highSide
                ? MARGIN * Math.max(0, -sorted[removed])
                : MARGIN * Math.min(0, -sorted[sorted.length - 1 - removed]);
        for (int i = 0; i < deviation.length; i++) {
            abnormal[i] = beyond(deviation[i]);
            weight[i] = Math.abs(deviation[i] - cut);
        }
        return true;
    }

    private boolean beyond(double value) {
        return highSide ? value > cut : value < cut;
    }

    /// Change of an abnormal leaf, weighted like its risk so that many barely abnormal leaves don't drown a clear one.
    private double power(int leaf) {
        return abnormal[leaf] ? weight[leaf] * Math.abs(leaves.real[leaf] - leaves.predict[leaf]) : 0;
    }

    private double abnormalChange() {
        double sum = 0;
        for (int i = 0; i < deviation.length; i++) {
            sum += gone[i] ? 0 : power(i);
        }
        return sum;
    }

    /// @param leaf some leaf of the element
    private record Element(int[] cuboid, int leaf, double risk, double power) {}

    private @Nullable Element search(double least, Cancellation cancellation) {
        int dimensions = leaves.dimensions.size();
        boolean[] hopeless = new boolean[leaves.size()];
        for (int layer = 1; layer <= Math.min(LAYERS, dimensions); layer++) {
            Element best = null;
            for (int mask = 0; mask < 1 << dimensions; mask++) {
                if (Integer.bitCount(mask) == layer) {
                    cancellation.check();
                    Element found = bestOf(cuboid(mask, layer), least, hopeless);
                    best = found != null && (best == null || found.power > best.power) ? found : best;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static int[] cuboid(int mask, int layer) {
        int[] cuboid = new int[layer];
        for (int d = 0, k = 0; k < layer; d++) {
            if ((mask >> d & 1) == 1) {
                cuboid[k++] = d;
            }
        }
        return cuboid;
    }

    /// Sums over the elements of one cuboid.
    private static final class Sums {
        final double[] power;
        final double[] bad;
        final double[] good;
        final double[] real;
        final double[] predict;
        final int[] example;

        Sums(int count) {
            power = new double[count];
            bad = new double[count];
            good = new double[count];
            real = new double[count];
            predict = new double[count];
            example = new int[count];
        }

        double purity(int g) {
            return bad[g] / (bad[g] + good[g]);
        }
    }

    private Sums sums(int count) {
        Sums sums = new Sums(count);
        for (int i = 0; i < group.length; i++) {
            if (!gone[i]) {
                int g = group[i];
                sums.power[g] += power(i);
                (abnormal[i] ? sums.bad : sums.good)[g] += weight[i];
                sums.real[g] += leaves.real[i];
                sums.predict[g] += leaves.predict[i];
                sums.example[g] = i;
            }
        }
        return sums;
    }

    private @Nullable Element bestOf(int[] cuboid, double least, boolean[] hopeless) {
        int count = leaves.group(cuboid, group);
        Sums sums = sums(count);
        boolean[] candidate = new boolean[count];
        for (int g = 0; g < count; g++) {
            candidate[g] = sums.power[g] >= least && sums.purity(g) >= RISK && !hopeless[sums.example[g]];
        }
        if (cuboid.length == 1) {
            for (int i = 0; i < group.length; i++) {
                hopeless[i] |= sums.power[group[i]] < least;
            }
        }
        double[] still = unexplained(candidate, sums.real, sums.predict);
        Element best = null;
        for (int g = 0; g < count; g++) {
            double risk = candidate[g] ? sums.purity(g) - still[g] : 0;
            if (risk >= RISK && (best == null || sums.power[g] > best.power)) {
                best = new Element(cuboid, sums.example[g], risk, sums.power[g]);
            }
        }
        return best;
    }

    /// How much of an element's deviation stays when its change is spread over its leaves in proportion (ripple effect): near
    /// zero for a cause, near one for a mixture.
    private double[] unexplained(boolean[] candidate, double[] real, double[] predict) {
        double[] rest = new double[candidate.length];
        double[] all = new double[candidate.length];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            if (candidate[g] && !gone[i]) {
                all[g] += Math.abs(deviation[i]);
                rest[g] += predict[g] == 0
                        ? 0
                        : Math.abs(deviation(leaves.predict[i] * real[g] / predict[g], leaves.real[i]));
            }
        }
        for (int g = 0; g < rest.length; g++) {
            rest[g] = all[g] == 0 ? 0 : rest[g] / all[g];
        }
        return rest;
    }

    private Cause take(Element found) {
        Map<String, String> element = new LinkedHashMap<>();
        for (int d : found.cuboid) {
            element.put(leaves.dimensions.get(d), leaves.names.get(d).get(leaves.codes[d][found.leaf]));
        }
        leaves.group(found.cuboid, group);
        BigDecimal excess = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < group.length; i++) {
            BigDecimal one = leaves.cells.get(i).excess();
            all = all.add(one);
            if (group[i] == group[found.leaf] && !gone[i]) {
                excess = excess.add(one);
                gone[i] = true;
            }
        }
        double share = all.signum() == 0 ? 0 : excess.doubleValue() / all.doubleValue();
        return new Cause(element, Math.clamp(found.risk, 0, 1), excess, share);
    }
}
