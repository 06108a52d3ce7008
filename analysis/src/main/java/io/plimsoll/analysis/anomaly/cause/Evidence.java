package io.plimsoll.analysis.anomaly.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Weighs all elements of one cuboid: how much likelier are an element's leaves if they all moved by about the same share than
/// if they only strayed as quiet leaves do?
///
/// Under a cause, a leaf's share is normal around the element's level, or, with probability `OUTLIERS`, an ordinary stray. Level and
/// spread are the element's own; their freedom costs what the marginal likelihood over a flat level says. For one cuboid
/// of one set of leaves; not thread-safe.
final class Evidence {
    /// Leaves that another cause took over, or that nothing moved.
    private static final double OUTLIERS = 0.2;
    /// An element of which fewer leaves lie on the side of the change is not looked at.
    private static final double ONE_SIDED = 0.65;
    private static final double SMALLEST_SPREAD = 0.005;
    private static final double LARGEST_SPREAD = 0.2;
    private static final double SPREAD_COST = Math.log(5);
    /// Far leaves count less in a spread than they would in a standard deviation.
    private static final double WIDER = 1.1;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    /// Only leaves nearer than this pull the level to them.
    private static final double NEAR = 0.4;
    private static final int ROUNDS = 3;

    private final Leaves leaves;
    private final Strays strays;
    private final Cuboid cuboid;
    private final int[] group;
    private final int count;
    private final int[] size;
    private final int[] example;
    private final boolean[] candidate;
    private final double[] level;
    private final double[] spread;

    Evidence(Leaves leaves, Strays strays, Cuboid cuboid) {
        this.leaves = leaves;
        this.strays = strays;
        this.cuboid = cuboid;
        group = cuboid.group();
        count = cuboid.count();
        size = new int[count];
        example = new int[count];
        candidate = new boolean[count];
        level = new double[count];
        spread = new double[count];
    }

    /// @return at most `most` elements with more evidence than their name costs, the strongest first
    List<Element> strongest(int most) {
        choose();
        for (int round = 0; round < ROUNDS; round++) {
            refine();
        }
        Arrays.setAll(spread, g -> Math.clamp(WIDER * spread[g], SMALLEST_SPREAD, LARGEST_SPREAD));
        double[] gain = new double[count];
        double[] moved = new double[count];
        weigh(gain, moved);
        double name = nameLength();
        List<Element> found = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            double net = candidate[g] ? gain[g] + freedom(g, moved[g]) - name : 0;
            if (net > 0) {
                found.add(new Element(cuboid, example[g], net, moved[g] / size[g]));
            }
        }
        found.sort(Comparator.comparingDouble(Element::gain).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }

    /// What it takes to say which element it is.
    private double nameLength() {
        double cuboids = 1;
        int all = leaves.dimensions.size();
        for (int i = 0; i < cuboid.dimensions().length; i++) {
            cuboids = cuboids * (all - i) / (i + 1);
        }
        return Math.log(count) + Math.log(cuboids);
    }

    /// Counts the leaves; the first guess of a level trusts unusual leaves most. If what moved the other way holds most of an element's
    /// leaves, the others have a name of their own.
    private void choose() {
        int[] oneSided = new int[count];
        int[] opposite = new int[count];
        double[] weights = new double[count];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            opposite[g] += strays.opposite[i] ? 1 : 0;
            if (!strays.gone[i]) {
                size[g]++;
                example[g] = i;
                if (strays.share[i] > 0) {
                    double weight = Math.max(0.01, 2 - strays.usual[i]);
                    oneSided[g]++;
                    level[g] += weight * strays.share[i];
                    weights[g] += weight;
                }
            }
        }
        for (int g = 0; g < count; g++) {
            candidate[g] = oneSided[g] > 0 && oneSided[g] >= ONE_SIDED * size[g] && opposite[g] <= size[g];
            level[g] /= candidate[g] ? weights[g] : 1;
        }
    }

    /// One step towards the place where most leaves are (biweight), with the spread around it.
    private void refine() {
        double[] sums = new double[count];
        double[] squares = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            double off = candidate[g] && !strays.gone[i] ? strays.share[i] - level[g] : NEAR;
            if (Math.abs(off) < NEAR) {
                double inside = 1 - off * off / (NEAR * NEAR);
                double weight = inside * inside;
                sums[g] += weight * off;
                squares[g] += weight * off * off;
                weights[g] += weight;
            }
        }
        for (int g = 0; g < count; g++) {
            if (weights[g] > 0) {
                double mean = sums[g] / weights[g];
                level[g] += mean;
                spread[g] = Math.sqrt(Math.max(0, squares[g] / weights[g] - mean * mean));
            }
        }
    }

    /// @param gain  by element, the sum of the leaves' evidence
    /// @param moved how many leaves moved with the element
    private void weigh(double[] gain, double[] moved) {
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            if (!candidate[g] || strays.gone[i]) {
                continue;
            }
            if (size[g] == 1) {
                gain[g] = -strays.usual[i];
                moved[g] = 1;
                continue;
            }
            double distance = (strays.share[i] - level[g]) / spread[g];
            double likelier = (1 - OUTLIERS) * Math.exp(-distance * distance / 2 - strays.usual[i])
                    / (spread[g] * ROOT_TWO_PI);
            gain[g] += Math.log(likelier + OUTLIERS);
            moved[g] += likelier / (likelier + OUTLIERS);
        }
    }

    /// What choosing level and spread afterwards costs: the level is flat in 0..1, the spread one of some.
    private double freedom(int g, double moved) {
        return size[g] == 1
                ? 0
                : Math.min(0, Math.log(spread[g] * ROOT_TWO_PI / Math.sqrt(Math.max(1, moved)))) - SPREAD_COST;
    }
}
