package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// A made change with known elements, by the semantics of the generator that Kalander published with RiskLoc (arXiv 2205.10004).
///
/// Leaves are all combinations of the dimensions' values, Weibull distributed; some are zero; on either side of a coin, real or
/// predicted got noise. Each anomaly takes some elements of one cuboid and lessens real (or predicted, whichever way the noise
/// fell) of all their leaves by about the same share, which always exceeds the noise. Where anomalies meet, the last one counts.
///
/// @param dimensions names
/// @param cells      leaves
/// @param truth      elements as `Cause.text`
public record MadeCause(List<String> dimensions, List<Cell> cells, Set<String> truth) {
    /// What a set of cases is drawn from; pairs are ranges.
    public record Recipe(int[] sizes, double noise, double[] severity, double deviation, int anomalies, int elements,
            boolean leavesOnly) {}

    public static final Recipe S = new Recipe(new int[]{10, 12, 10, 8, 5}, 0.25, new double[]{0.2, 1}, 0.1, 3, 3,
            false);
    public static final Recipe L = new Recipe(new int[]{10, 24, 10, 15}, 0.1, new double[]{0.5, 1}, 0, 5, 1, true);

    public static MadeCause of(Recipe recipe, long seed) {
        return new Draw(recipe, new SplittableRandom(seed)).made();
    }

    private record Anomaly(List<Integer> cuboid, List<List<Integer>> elements, double severity, double deviation) {
        boolean holds(int[] leaf) {
            return elements.stream().anyMatch(element -> {
                boolean in = true;
                for (int i = 0; i < cuboid.size(); i++) {
                    in &= leaf[cuboid.get(i)] == element.get(i);
                }
                return in;
            });
        }
    }

    private static final class Draw {
        private final Recipe recipe;
        private final SplittableRandom random;
        private final int dimensions;
        private final List<int[]> leaves = new ArrayList<>();
        private final double noise;
        private double[] real = {};
        private double[] predict = {};

        Draw(Recipe recipe, SplittableRandom random) {
            this.recipe = recipe;
            this.random = random;
            dimensions = recipe.sizes.length;
            noise = recipe.noise * random.nextDouble();
            int[] leaf = new int[dimensions];
            do {
                leaves.add(leaf.clone());
            } while (next(leaf));
        }

        private boolean next(int[] leaf) {
            int d = dimensions - 1;
            while (d >= 0 && ++leaf[d] == recipe.sizes[d]) {
                leaf[d--] = 0;
            }
            return d >= 0;
        }

        MadeCause made() {
            values();
            List<Anomaly> anomalies = new ArrayList<>();
            for (int count = 1 + random.nextInt(recipe.anomalies); count > 0; count--) {
                anomalies.add(anomaly(anomalies));
            }
            boolean up = Arrays.stream(real).sum() > Arrays.stream(predict).sum();
            anomalies.forEach(each -> inject(each, up ? real : predict, up ? predict : real));
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < real.length; i++) {
                cells.add(new Cell(names(leaves.get(i)), BigDecimal.valueOf(real[i]), BigDecimal.valueOf(predict[i])));
            }
            Set<String> truth = new TreeSet<>();
            anomalies.forEach(each -> each.elements.forEach(element -> truth.add(text(each.cuboid, element))));
            return new MadeCause(names(), cells, truth);
        }

        private void values() {
            real = new double[leaves.size()];
            predict = new double[leaves.size()];
            double zeros = 0.25 * random.nextDouble();
            double alpha = 0.5 + 0.5 * random.nextDouble();
            for (int i = 0; i < real.length; i++) {
                double value = random.nextDouble() < zeros
                        ? 0
                        : 100 * Math.pow(-Math.log(1 - random.nextDouble()), 1 / alpha);
                double noisy = value * (1 + noise * random.nextGaussian());
                boolean swapped = random.nextBoolean();
                real[i] = swapped ? noisy : value;
                predict[i] = Math.max(0, swapped ? value : noisy);
            }
        }

        private Anomaly anomaly(List<Anomaly> known) {
            int layer = recipe.leavesOnly ? dimensions : 1 + random.nextInt(dimensions);
            int count = 1 + random.nextInt(recipe.elements);
            double least = recipe.severity[0];
            double severity = least + (recipe.severity[1] - least) * random.nextDouble() + noise;
            double deviation = recipe.deviation * random.nextDouble();
            List<Integer> cuboid;
            List<List<Integer>> elements;
            do {
                cuboid = cuboid(layer);
                elements = elements(cuboid, count, known);
            } while (elements.size() < count || isKnown(cuboid, known) || layer == dimensions && isZero(elements));
            return new Anomaly(cuboid, elements, severity, deviation);
        }

        private List<Integer> cuboid(int layer) {
            Set<Integer> chosen = new TreeSet<>();
            while (chosen.size() < layer) {
                chosen.add(random.nextInt(dimensions));
            }
            return List.copyOf(chosen);
        }

        private boolean isKnown(List<Integer> cuboid, List<Anomaly> known) {
            return cuboid.size() < dimensions && known.stream().anyMatch(each -> each.cuboid.equals(cuboid));
        }

        /// Values that an earlier anomaly used in the same dimension are left out; fewer than `count` if some were drawn twice.
        private List<List<Integer>> elements(List<Integer> cuboid, int count, List<Anomaly> known) {
            Set<List<Integer>> elements = new LinkedHashSet<>();
            for (int e = 0; e < count; e++) {
                List<Integer> element = new ArrayList<>();
                for (int d : cuboid) {
                    Set<Integer> used = new HashSet<>();
                    known.stream().filter(each -> each.cuboid.contains(d)).forEach(each -> each.elements
                            .forEach(other -> used.add(other.get(each.cuboid.indexOf(d)))));
                    int value;
                    do {
                        value = random.nextInt(recipe.sizes[d]);
                    } while (used.contains(value) && used.size() < recipe.sizes[d]);
                    element.add(value);
                }
                elements.add(element);
            }
            return List.copyOf(elements);
        }

        private boolean isZero(List<List<Integer>> elements) {
            return elements.stream().anyMatch(element -> {
                int index = 0;
                for (int d = 0; d < dimensions; d++) {
                    index = index * recipe.sizes[d] + element.get(d);
                }
                return real[index] == 0;
            });
        }

        private void inject(Anomaly anomaly, double[] kept, double[] lessened) {
            for (int i = 0; i < kept.length; i++) {
                if (anomaly.holds(leaves.get(i))) {
                    double share = anomaly.severity + anomaly.deviation * random.nextGaussian();
                    lessened[i] = Math.max(0, kept[i] * (1 - share));
                }
            }
        }

        private List<String> names() {
            List<String> names = new ArrayList<>();
            for (int d = 0; d < dimensions; d++) {
                names.add(String.valueOf((char) ('a' + d)));
            }
            return names;
        }

        private List<String> names(int[] leaf) {
            List<String> names = new ArrayList<>();
            for (int d = 0; d < dimensions; d++) {
                names.add((char) ('a' + d) + String.valueOf(leaf[d] + 1));
            }
            return names;
        }

        private static String text(List<Integer> cuboid, List<Integer> element) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < cuboid.size(); i++) {
                char name = (char) ('a' + cuboid.get(i));
                parts.add(name + "=" + name + (element.get(i) + 1));
            }
            return String.join("&", parts);
        }
    }
}
