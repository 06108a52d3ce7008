package io.plimsoll.analysis.anomaly.slices;

import io.plimsoll.analysis.anomaly.AnomalyKind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.commons.math3.distribution.TDistribution;

/// Benjamini and Hochberg (1995) over the series of one day: with a thousand series, one that is barely past its gate means
/// less than with ten.
///
/// The tail probability of a distance in robust deviations is taken from Student's t with 8 degrees of freedom, two-sided:
/// residuals of cost have heavier tails than normal ones.
final class FalseDiscovery {
    private static final TDistribution TAIL = new TDistribution(8);

    private FalseDiscovery() {
    }

    /// @param tests how many series were judged each day
    /// @param share of the kept ones that may be false
    static List<Suspicion> keep(List<Suspicion> all, int tests, double share) {
        Map<LocalDate, List<Suspicion>> byDay = all.stream()
                .collect(Collectors.groupingBy(each -> each.episode().start(), TreeMap::new, Collectors.toList()));
        Set<Suspicion> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        byDay.values().forEach(day -> kept.addAll(ofOneDay(day, tests, share)));
        return all.stream().filter(kept::contains).toList();
    }

    private static List<Suspicion> ofOneDay(List<Suspicion> day, int tests, double share) {
        List<Suspicion> sorted = new ArrayList<>(day);
        sorted.sort(Comparator.comparingDouble(FalseDiscovery::chance));
        int last = 0;
        for (int rank = 1; rank <= sorted.size(); rank++) {
            if (chance(sorted.get(rank - 1)) <= share * rank / tests) {
                last = rank;
            }
        }
        return sorted.subList(0, last);
    }

    static double chance(Suspicion suspicion) {
        boolean certain = suspicion.episode().kind() == AnomalyKind.NEW_SERVICE;
        return certain ? 0 : chance(suspicion.episode().deviation());
    }

    /// How often chance alone brings a distance as large, either way.
    ///
    /// @param deviations in robust standard deviations
    static double chance(double deviations) {
        return 2 * TAIL.cumulativeProbability(-Math.abs(deviations));
    }

    /// Those that hold as a set, likeliest first.
    ///
    /// @param tests how many slices were looked at
    static List<Shift> among(List<Shift> all, int tests, double share) {
        List<Shift> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble((Shift each) -> chance(each.deviations())));
        int last = 0;
        for (int rank = 1; rank <= sorted.size(); rank++) {
            last = chance(sorted.get(rank - 1).deviations()) <= share * rank / tests ? rank : last;
        }
        return List.copyOf(sorted.subList(0, last));
    }
}
