package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    /// The search ends when so little of the weighted change is left.
    private static final double REST = 0.001;
    private static final int LAYERS = 4;
    private final Leaves leaves;
    private final Partition parts;
    private final boolean[] gone;
    private final int[] group;

    private RiskLoc(Leaves leaves) {
        this.leaves = leaves;
        this.parts = new Partition(leaves);
        this.gone = new boolean[leaves.size()];
        this.group = new int[leaves.size()];
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

    private List<Cause> run(Progress progress, Cancellation cancellation) {
        List<Cause> causes = new ArrayList<>();
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

    private double abnormalChange() {
        double sum = 0;
        for (int i = 0; i < gone.length; i++) {
            sum += gone[i] ? 0 : parts.power(i);
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

    private @Nullable Element bestOf(int[] cuboid, double least, boolean[] hopeless) {
        int count = leaves.group(cuboid, group);
        ElementSums sums = new ElementSums(count, group, gone, leaves, parts);
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
                all[g] += Math.abs(parts.deviation[i]);
                rest[g] += predict[g] == 0
                        ? 0
                        : Math.abs(Partition.deviation(leaves.predict[i] * real[g] / predict[g], leaves.real[i]));
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
