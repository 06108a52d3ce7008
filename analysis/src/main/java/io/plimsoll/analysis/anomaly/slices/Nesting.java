package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Sees one event behind the suspicions of nested slices (a service, the service in an account, a SKU of it) and reports it once.
///
/// From the general to the specific: a slice hands its event down when one slice inside it makes at least 70 % of the impact,
/// else it speaks for the slices inside it. Slices that cross, such as a workload and a meter, are one event too if they began
/// together and at least half of what the smaller one moved lies in the larger one. Of slices that moved about the same,
/// the one stands for all that a person would name.
final class Nesting {
    private static final BigDecimal MOST = new BigDecimal("0.7");
    private static final BigDecimal ALIKE = new BigDecimal("0.95");
    private static final BigDecimal TIE = new BigDecimal("0.9");
    private static final BigDecimal SHARED = new BigDecimal("0.5");
    private static final int DAYS_APART = 3;
    /// Among slices with equal impact: the most specific, then the best name.
    private static final Comparator<Suspicion> PREFERRED = Comparator
            .comparingInt((Suspicion each) -> -each.key().dimensions().size())
            .thenComparingInt(each -> NamePreference.rank(each.key(), each.episode().kind()))
            .thenComparing(each -> each.key().text());

    private final Crossing crossing;
    private final List<Suspicion> all;
    private final Map<Suspicion, Set<SeriesKey>> alive = new IdentityHashMap<>();

    Nesting(List<CostSeries> series, List<Suspicion> suspicions, Crossing crossing) {
        this.crossing = crossing;
        Commitments commitments = new Commitments(series);
        all = suspicions.stream().filter(each -> !commitments.explain(each))
                .sorted(Comparator.comparingInt((Suspicion each) -> each.key().dimensions().size())
                        .thenComparing(each -> each.key().text()).thenComparing(each -> each.episode().start()))
                .toList();
        all.forEach(each -> alive.put(each, new LinkedHashSet<>()));
    }

    /// @param covers other slices that show the same event
    record Report(Suspicion suspicion, List<SeriesKey> covers) {}

    /// All that were handed in but what the start of a commitment explains.
    List<Suspicion> suspicions() {
        return all;
    }

    List<Report> reported() {
        all.forEach(this::settleInside);
        byImpact().forEach(this::settleCrossing);
        Echoes echoes = new Echoes(all);
        all.forEach(each -> settleEcho(each, echoes));
        return all.stream().filter(alive::containsKey)
                .map(each -> new Report(each, List.copyOf(covers(each)))).toList();
    }

    private Set<SeriesKey> covers(Suspicion suspicion) {
        return alive.getOrDefault(suspicion, Set.of());
    }

    private void settleInside(Suspicion outer) {
        if (!alive.containsKey(outer)) {
            return;
        }
        List<Suspicion> inside = all.stream()
                .filter(each -> alive.containsKey(each) && outer.key().contains(each.key()) && sameEvent(outer, each))
                .toList();
        if (inside.isEmpty()) {
            return;
        }
        Suspicion main = inside.stream().max(Comparator.comparing(Suspicion::size)).orElseThrow();
        if (main.size().compareTo(outer.size().multiply(MOST)) >= 0) {
            giveTo(main, outer);
        } else {
            inside.forEach(each -> giveTo(outer, each));
        }
    }

    private List<Suspicion> byImpact() {
        return all.stream().filter(alive::containsKey).sorted(Comparator.comparing(Suspicion::size).reversed()
                .thenComparing(each -> each.key().text())).toList();
    }

    private void settleCrossing(Suspicion largest) {
        if (!alive.containsKey(largest)) {
            return;
        }
        List<Suspicion> same = byImpact().stream()
                .filter(each -> crosses(largest, each) && sharesMoney(largest, each)).toList();
        Suspicion keeper = Stream.concat(Stream.of(largest), same.stream().filter(each -> within(TIE, each, largest)))
                .min(PREFERRED).orElseThrow();
        Stream.concat(Stream.of(largest), same.stream()).filter(each -> each != keeper)
                .forEach(each -> giveTo(keeper, each));
    }

    private void settleEcho(Suspicion outer, Echoes echoes) {
        if (alive.containsKey(outer)) {
            all.stream().filter(each -> alive.containsKey(each) && echoes.isOf(outer, each)).findFirst()
                    .ifPresent(each -> giveTo(each, outer));
        }
    }

    private static boolean crosses(Suspicion one, Suspicion other) {
        return one != other && !one.key().equals(other.key()) && one.key().overlaps(other.key())
                && one.startsWith(other, 1) && one.sign() == other.sign();
    }

    /// Most of what the other moved lies in both; without knowing that, only if they moved alike. To the last decimal the same
    /// is the same without asking.
    private boolean sharesMoney(Suspicion one, Suspicion other) {
        return Arrays.equals(one.series().cost(), other.series().cost())
                || crossing.of(one.key(), other.key(), one.series().currency())
                        .map(both -> {
                            BigDecimal moved = other.change(other.series());
                            BigDecimal shared = other.change(both.over(one.series().start(), one.series().lastDay()));
                            return moved.signum() == other.sign() && shared.signum() == other.sign()
                                    && shared.abs().compareTo(moved.abs().multiply(SHARED)) >= 0;
                        }).orElseGet(() -> within(ALIKE, one, other));
    }

    private static boolean within(BigDecimal share, Suspicion one, Suspicion other) {
        return one.size().min(other.size()).compareTo(one.size().max(other.size()).multiply(share)) >= 0;
    }

    private static boolean sameEvent(Suspicion one, Suspicion other) {
        return one.sign() == other.sign() && one.startsWith(other, DAYS_APART);
    }

    private void giveTo(Suspicion keeper, Suspicion other) {
        Set<SeriesKey> covered = alive.remove(other);
        Set<SeriesKey> covers = alive.get(keeper);
        if (covers != null && covered != null) {
            covers.add(other.key());
            covers.addAll(covered);
        }
    }
}
