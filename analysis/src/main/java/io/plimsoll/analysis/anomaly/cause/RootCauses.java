package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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
/// elements don't pay. The strongest element is taken, its leaves are removed, and the rest is weighed again. What moved against
/// the whole is looked for in the same way, with the other side as the noise.
public final class RootCauses {
    private static final int LAYERS = 5;
    /// So many elements of a cuboid are taken at once if they are apart.
    private static final int AT_ONCE = 8;
    /// Weaker ones than this share of the strongest wait: they may be parts of what only shows once the strongest is gone.
    private static final double COMPARABLE = 0.1;
    private static final int MOST = 50;

    private final Leaves leaves;
    private final List<Cuboid> cuboids = new ArrayList<>();
    private final boolean[] gone;
    /// Which cause each leaf counts for, -1 for none.
    private final int[] owner;
    private final List<Found> found = new ArrayList<>();

    private record Found(Map<String, String> element, double pure, int direction) {}

    private RootCauses(Leaves leaves) {
        this.leaves = leaves;
        gone = new boolean[leaves.size()];
        owner = new int[leaves.size()];
        Arrays.fill(owner, -1);
        for (int mask = 1; mask < 1 << leaves.dimensions.size(); mask++) {
            if (Integer.bitCount(mask) <= LAYERS && tellsApart(mask)) {
                cuboids.add(Cuboid.of(leaves, mask));
            }
        }
    }

    /// A dimension in which all leaves are alike explains nothing, and adds nothing to an element's name.
    private boolean tellsApart(int mask) {
        for (int d = 0; d < leaves.dimensions.size(); d++) {
            if ((mask >> d & 1) == 1 && leaves.sizes[d] < 2) {
                return false;
            }
        }
        return true;
    }

    /// @param dimensions names
    /// @param cells      leaves, each with one value a dimension
    /// @return the elements of the answer, in the order in which they were found, those in the direction of the whole change
    ///         first; empty if nothing stands out. Each leaf counts for one element only
    /// @throws StepFailure CAUSE_COLUMNS
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static List<Cause> rank(List<String> dimensions, List<Cell> cells, Progress progress,
            Cancellation cancellation) {
        return new RootCauses(new Leaves(dimensions, cells)).run(progress, cancellation);
    }

    /// Looks in one direction and then in the other. What is found on one side makes the noise clearer that the other is held
    /// against, so a side is looked at again after the other one has answered.
    private List<Cause> run(Progress progress, Cancellation cancellation) {
        BigDecimal all = leaves.cells.stream().map(Cell::excess).reduce(BigDecimal.ZERO, BigDecimal::add);
        int direction = all.signum() < 0 ? -1 : 1;
        boolean due = true;
        boolean otherDue = true;
        while (due && found.size() < MOST) {
            progress.update("Searching the dimensions", -1);
            boolean answered = look(direction, cancellation);
            due = otherDue || answered;
            otherDue = false;
            direction = -direction;
        }
        return causes(all);
    }

    /// @return whether anything was found
    private boolean look(int direction, Cancellation cancellation) {
        int known = found.size();
        Strays strays = new Strays(leaves, direction, gone, taken(-direction));
        List<Element> strongest = strongest(strays, cancellation);
        while (!strongest.isEmpty() && found.size() < MOST) {
            strongest.forEach(each -> take(each, strays, direction));
            strongest = strongest(strays, cancellation);
        }
        return found.size() > known;
    }

    private boolean[] taken(int direction) {
        boolean[] taken = new boolean[owner.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = gone[i] && owner[i] >= 0 && found.get(owner[i]).direction == direction;
        }
        return taken;
    }

    /// The strongest element, and comparable ones that share no leaf with any stronger one.
    private List<Element> strongest(Strays strays, Cancellation cancellation) {
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

    /// Its leaves are explained; those that moved far the other way stay in play for the other direction.
    private void take(Element strong, Strays strays, int direction) {
        Map<String, String> element = new LinkedHashMap<>();
        for (int d : strong.cuboid().dimensions()) {
            element.put(leaves.dimensions.get(d), leaves.names.get(d).get(leaves.codes[d][strong.leaf()]));
        }
        int[] group = strong.cuboid().group();
        for (int i = 0; i < group.length; i++) {
            if (group[i] == group[strong.leaf()] && !gone[i]) {
                owner[i] = found.size();
                gone[i] = !strays.isOpposed(i);
            }
        }
        found.add(new Found(element, Math.clamp(strong.pure(), 0, 1), direction));
    }

    private List<Cause> causes(BigDecimal all) {
        BigDecimal[] excess = new BigDecimal[found.size()];
        Arrays.fill(excess, BigDecimal.ZERO);
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] >= 0) {
                excess[owner[i]] = excess[owner[i]].add(leaves.cells.get(i).excess());
            }
        }
        List<Cause> causes = new ArrayList<>();
        for (int c = 0; c < excess.length; c++) {
            double share = all.signum() == 0 ? 0 : excess[c].doubleValue() / all.doubleValue();
            causes.add(new Cause(found.get(c).element, found.get(c).pure, excess[c], share));
        }
        causes.sort(Comparator.comparing(each -> each.excess().signum() * all.signum() < 0));
        return causes;
    }
}
