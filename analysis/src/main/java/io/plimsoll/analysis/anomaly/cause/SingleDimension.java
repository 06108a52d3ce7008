package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How well each dimension alone explains a change: for explanation beside `RootCauses`, which finds combinations.
///
/// After Bhagwan et al., "Adtributor" (NSDI 2014): elements in order of surprise (the larger first of those that surprise alike), each with at least a tenth of the change,
/// until two thirds are explained. Parts that move against the whole count by their size, so that both sides of a change show.
public final class SingleDimension {
    private static final double SMALLEST_SHARE = 0.1;
    private static final double ENOUGH = 0.67;
    /// Surprises that differ by less are the same.
    private static final double SAME = 1e-9;

    private SingleDimension() {
    }

    /// @param dimension name
    /// @param surprise  sum of its elements' parts of the Jensen-Shannon divergence between expected and real shares
    /// @param explained share of all that moved up or down that the elements make up
    /// @param elements  in order of surprise
    public record Ranked(String dimension, double surprise, double explained, List<Cause> elements) {
        public Ranked {
            elements = List.copyOf(elements);
        }
    }

    /// @return most surprising first; a dimension that explains nothing has no elements, one with a single value is left out
    public static List<Ranked> rank(List<String> dimensions, List<Cell> cells) {
        Leaves leaves = new Leaves(dimensions, cells);
        List<Ranked> ranked = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            if (leaves.sizes[d] > 1) {
                ranked.add(ranked(leaves, d));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::surprise).reversed().thenComparing(Ranked::dimension));
        return List.copyOf(ranked);
    }

    private static Ranked ranked(Leaves leaves, int d) {
        int count = leaves.sizes[d];
        double[] real = new double[count];
        double[] predict = new double[count];
        BigDecimal[] excess = new BigDecimal[count];
        Arrays.fill(excess, BigDecimal.ZERO);
        BigDecimal all = BigDecimal.ZERO;
        double realAll = 0;
        double predictAll = 0;
        for (int i = 0; i < leaves.size(); i++) {
            int g = leaves.codes[d][i];
            BigDecimal one = leaves.cells.get(i).excess();
            excess[g] = excess[g].add(one);
            all = all.add(one);
            real[g] += leaves.real[i];
            predict[g] += leaves.predict[i];
            realAll += leaves.real[i];
            predictAll += leaves.predict[i];
        }
        List<Cause> causes = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            double share = all.signum() == 0 ? 0 : excess[g].doubleValue() / all.doubleValue();
            causes.add(new Cause(Map.of(leaves.dimensions.get(d), leaves.names.get(d).get(g)),
                    surprise(predict[g] / predictAll, real[g] / realAll), excess[g], share));
        }
        return succinct(leaves.dimensions.get(d), causes);
    }

    private static Ranked succinct(String dimension, List<Cause> causes) {
        // Parts that grew alike keep their share and surprise nobody; which of them comes first is not left to rounding.
        causes.sort(Comparator.comparingLong((Cause cause) -> Math.round(cause.score() / SAME)).reversed()
                .thenComparing(cause -> cause.excess().abs(), Comparator.reverseOrder()).thenComparing(Cause::text));
        double moved = causes.stream().mapToDouble(each -> each.excess().abs().doubleValue()).sum();
        List<Cause> kept = new ArrayList<>();
        double explained = 0;
        double surprise = 0;
        for (Cause cause : causes) {
            double part = moved == 0 ? 0 : cause.excess().abs().doubleValue() / moved;
            if (part >= SMALLEST_SHARE && explained < ENOUGH) {
                kept.add(cause);
                explained += part;
                surprise += cause.score();
            }
        }
        return new Ranked(dimension, surprise, explained, kept);
    }

    private static double surprise(double expected, double real) {
        double sum = expected + real;
        boolean usable = Double.isFinite(sum) && expected >= 0 && real >= 0;
        return usable ? (part(expected, sum) + part(real, sum)) / 2 : 0;
    }

    private static double part(double share, double sum) {
        return share == 0 ? 0 : share * Math.log(2 * share / sum);
    }
}
