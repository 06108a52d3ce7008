package io.plimsoll.analysis.anomaly.slices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Slices that share a parent and differ in one dimension only: the services of the total, the accounts of a service.
///
/// @param parent   the slice that contains them; the total if it is not among the series
/// @param children at least two; never a used or unused commitment
record Siblings(SeriesKey parent, List<CostSeries> children) {
    private record Place(SeriesKey parent, String dimension) {}

    static List<Siblings> of(List<CostSeries> series) {
        Set<SeriesKey> known = new HashSet<>();
        series.forEach(each -> known.add(each.key()));
        Map<Place, List<CostSeries>> places = new LinkedHashMap<>();
        for (CostSeries each : series) {
            if (!each.key().isCommitment()) {
                for (String dimension : each.key().dimensions().keySet()) {
                    SeriesKey parent = without(each.key(), dimension);
                    if (known.contains(parent) || parent.dimensions().isEmpty()) {
                        places.computeIfAbsent(new Place(parent, dimension), place -> new ArrayList<>()).add(each);
                    }
                }
            }
        }
        return places.entrySet().stream().filter(each -> each.getValue().size() > 1)
                .map(each -> new Siblings(each.getKey().parent, List.copyOf(each.getValue()))).toList();
    }

    /// Whether they differ in what somebody, or a machine, gives names to: resources and tags.
    boolean named() {
        return differIn(each -> each.startsWith("Resource") || each.startsWith("tag:"));
    }

    boolean differIn(Predicate<String> dimension) {
        return children.getFirst().key().dimensions().keySet().stream()
                .anyMatch(each -> dimension.test(each) && !parent.dimensions().containsKey(each));
    }

    private static SeriesKey without(SeriesKey key, String dimension) {
        Map<String, String> rest = new TreeMap<>(key.dimensions());
        rest.remove(dimension);
        return new SeriesKey(rest);
    }
}
