package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Finds the elements of some dimensions that hold a change.
///
/// As in Kalander, "RiskLoc", arXiv 2205.10004, the quieter side says how wide the noise is, and a cause moves all its leaves by about
/// the same share (ripple effect). Unlike there nothing is cut at a threshold: an element is weighed by the logarithm of how much likelier
/// its leaves are if it moved, less what it takes to name it among all elements of its kind, so that chance finds among many
/// elements don't pay. The strongest element is taken, its leaves are removed, and the rest is weighed again.
public final class RootCauses {
    private static final int LAYERS = 5;
    /// So many elements of a cuboid are taken at once if they are apart.
    private static final int AT_ONCE = 8;
    /// Weaker ones than this share of the strongest wait: they may be parts of what only shows once the strongest is gone.
    private static final double COMPARABLE = 0.1;
    private static final int MOST = 50;

    private final Leaves leaves;
    private final Strays strays;
    private final List<Cuboid> cuboids = new ArrayList<>();

    private RootCauses(Leaves leaves) {
        this.leaves = leaves;
        this.strays = new Strays(leaves);
        for (int mask = 1; mask < 1 << leaves.dimensions.size(); mask++) {
            if (Integer.bitCount(mask) <= LAYERS) {
                cuboids.add(Cuboid.of(leaves, mask));
            }
        }
    }

    /// @param dimensions names
    /// @param cells      leaves, each with one value a dimension
    /// @return the elements of the answer, in the order in which they were found; empty if nothing stands out
    /// @throws StepFailure CAUSE_COLUMNS
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static List<Cause> rank(List<String> dimensions, List<Cell> cells, Progress progress,
            Cancellation cancellation) {
        return new RootCauses(new Leaves(dimensions, cells)).run(progress, cancellation);
    }

    private List<Cause> run(Progress progress, Cancellation cancellation) {
        BigDecimal all = leaves.cells.stream().map(Cell::excess).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Cause> causes = new ArrayList<>();
        List<Element> found = strongest(cancellation);
        while (!found.isEmpty() && causes.size() < MOST) {
            progress.update("Searching the dimensions", -1);
            found.forEach(each -> causes.add(take(each, all)));
            found = strongest(cancellation);
        }
        return causes;
    }

    /// The strongest element, and comparable ones that share no leaf with any stronger one.
    private List<Element> strongest(Cancellation cancellation) {
        List<Element> all = new ArrayList<>();
        for (Cuboid cuboid : cuboids) {
            cancellation.check();
            all.addAll(new Evidence(leaves, strays, cuboid).strongest(AT_ONCE));
        }
        all.sort(Comparator.comparingDouble(Element::gain).reversed());
        List<Element> apart = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Element next = all.get(i);
            boolean strong = next.gain() >= COMPARABLE * all.getFirst().gain();
            if (strong && all.subList(0, i).stream().allMatch(stronger -> next.isApartFrom(stronger, leaves))) {
                apart.add(next);
            }
        }
        return apart;
    }

    private Cause take(Element found, BigDecimal all) {
        Map<String, String> element = new LinkedHashMap<>();
        for (int d : found.cuboid().dimensions()) {
            element.put(leaves.dimensions.get(d), leaves.names.get(d).get(leaves.codes[d][found.leaf()]));
        }
        int[] group = found.cuboid().group();
        BigDecimal excess = BigDecimal.ZERO;
        for (int i = 0; i < group.length; i++) {
            if (group[i] == group[found.leaf()] && !strays.gone[i]) {
                excess = excess.add(leaves.cells.get(i).excess());
                strays.gone[i] = true;
            }
        }
        double share = all.signum() == 0 ? 0 : excess.doubleValue() / all.doubleValue();
        return new Cause(element, Math.clamp(found.pure(), 0, 1), excess, share);
    }
}
