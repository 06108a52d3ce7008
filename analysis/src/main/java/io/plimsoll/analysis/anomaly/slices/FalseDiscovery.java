package io.plimsoll.analysis.anomaly.slices;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.TDistribution;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.series.FalseShare;

/// Few suspicions of the many series of one day, by [FalseShare].
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
        return kept(day, FalseDiscovery::chance, tests, share);
    }

    private static <T> List<T> kept(List<T> all, ToDoubleFunction<T> chance, int tests, double share) {
        boolean[] kept = FalseShare.kept(all.stream().mapToDouble(chance).toArray(), tests, share);
        return IntStream.range(0, kept.length).filter(i -> kept[i]).mapToObj(all::get)
                .sorted(Comparator.comparingDouble(chance)).toList();
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
    static List<OffsetSide> among(List<OffsetSide> all, int tests, double share) {
        return kept(all, each -> chance(each.deviations()), tests, share);
    }
}
