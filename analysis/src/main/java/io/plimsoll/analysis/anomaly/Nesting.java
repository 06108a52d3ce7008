package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sees one event behind the suspicions of nested slices (a service, the service in an account, a SKU of it) and reports it once.
///
/// From the general to the specific: a slice hands its event down when one slice inside it makes at least 70 % of the impact,
/// else it speaks for the slices inside it. Slices that cross and moved alike are one event too.
final class Nesting {
    private static final BigDecimal MOST = new BigDecimal("0.7");
    private static final BigDecimal ALIKE = new BigDecimal("0.95");
    private static final BigDecimal HIDDEN = new BigDecimal("0.6");
    private static final int DAYS_APART = 3;

    private final List<CostSeries> series;
    private final List<Suspicion> all;
    private final Map<Suspicion, Set<SeriesKey>> alive = new IdentityHashMap<>();

    Nesting(List<CostSeries> series, List<Suspicion> suspicions) {
        this.series = series;
        Commitments commitments = new Commitments(series);
        all = suspicions.stream().filter(each -> !commitments.explain(each))
                .sorted(Comparator.comparingInt((Suspicion each) -> each.key().dimensions().size())
                        .thenComparing(each -> each.key().text()).thenComparing(each -> each.episode().start()))
                .toList();
        all.forEach(each -> alive.put(each, new LinkedHashSet<>()));
    }

    /// @param masked an opposite move hides it in the total
    /// @param covers other slices that show the same event
    record Report(Suspicion suspicion, boolean masked, List<SeriesKey> covers) {}

    List<Report> reported() {
        all.forEach(this::settleInside);
        all.forEach(this::settleCrossing);
        return all.stream().filter(alive::containsKey)
                .map(each -> new Report(each, masked(each), List.copyOf(covers(each)))).toList();
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

    private void settleCrossing(Suspicion one) {
        List<Suspicion> same = all.stream()
                .filter(each -> each != one && alive.containsKey(each) && alive.containsKey(one)
                        && !one.key().equals(each.key()) && one.key().overlaps(each.key()) && one.startsWith(each, 1)
                        && one.sign() == each.sign() && alike(one, each) && better(one, each))
                .toList();
        same.forEach(each -> giveTo(one, each));
    }

    private static boolean alike(Suspicion one, Suspicion other) {
        return one.size().min(other.size()).compareTo(one.size().max(other.size()).multiply(ALIKE)) >= 0;
    }

    private static boolean better(Suspicion one, Suspicion other) {
        return Comparator.comparingInt((Suspicion each) -> each.key().dimensions().size())
                .thenComparingDouble(each -> each.episode().confidence())
                .thenComparing(each -> each.key().text()).compare(one, other) > 0;
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

    /// Something moved the other way at the same time inside the same larger slice, and the larger slice looks quiet.
    private boolean masked(Suspicion suspicion) {
        List<SeriesKey> outer = series.stream().map(CostSeries::key).filter(each -> each.contains(suspicion.key()))
                .toList();
        return (outer.isEmpty() ? List.of(new SeriesKey(Map.of())) : outer).stream()
                .anyMatch(each -> hides(each, suspicion));
    }

    private boolean hides(SeriesKey outer, Suspicion suspicion) {
        boolean loud = all.stream().anyMatch(each -> each.key().equals(outer) && sameEvent(each, suspicion));
        BigDecimal against = new ArrayList<>(alive.keySet()).stream()
                .filter(each -> outer.contains(each.key()) && !each.key().overlaps(suspicion.key())
                        && each.sign() == -suspicion.sign() && each.startsWith(suspicion, DAYS_APART))
                .map(Suspicion::size).reduce(BigDecimal.ZERO, BigDecimal::add);
        return !loud && against.compareTo(suspicion.size().multiply(HIDDEN)) >= 0;
    }
}
