package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Which event each label stands at now. An event changes its name with its slice and its first day: when the bill is cut by other columns, or is loaded once
/// more with corrected charges. A label goes along only where the event is proven to be the one that was labelled: of one family of kinds and currency,
/// begun at about the same time, and either in the same slice, or inside it, or in a larger one of which nothing else moved.
final class Carried {
    private final Map<String, Said> all;
    private final Slices slices;
    private final Set<String> found = new HashSet<>();
    private final Map<String, Anomaly> places = new HashMap<>();
    private final Map<String, Said> own = new LinkedHashMap<>();
    private final Map<String, Said> parts = new HashMap<>();
    private final Map<String, Optional<SeriesKey>> keys = new HashMap<>();

    /// @param all by the event that was labelled, the label given last first
    Carried(Map<String, Said> all, List<Anomaly> anomalies, Slices slices) {
        this.all = all;
        this.slices = slices;
        Map<String, Anomaly> byId = new HashMap<>();
        anomalies.forEach(each -> byId.putIfAbsent(each.id(), each));
        found.addAll(byId.keySet());
        all.forEach((id, said) -> {
            Anomaly there = byId.get(id);
            Shape seen = said.seen();
            List<Anomaly> same = there != null ? List.of(there) : seen == null ? List.of() : same(seen, anomalies);
            if (!same.isEmpty()) {
                places.put(id, same.getFirst());
                own.putIfAbsent(same.getFirst().id(), said);
                same.forEach(each -> parts.putIfAbsent(each.id(), said));
            }
        });
    }

    /// The very event first, else those that are it now, the largest first: a large one may have come apart.
    private List<Anomaly> same(Shape seen, List<Anomaly> anomalies) {
        List<Anomaly> same = new ArrayList<>();
        for (Anomaly each : anomalies) {
            Shape now = Shape.of(each);
            if (seen.sameEvent(now)) {
                if (seen.slice().equals(now.slice())) {
                    return List.of(each);
                }
                if (each instanceof Finding finding && slice(seen).filter(key -> slices.holds(key, finding))
                        .isPresent()) {
                    same.add(each);
                }
            }
        }
        same.sort(Comparator.comparing(Carried::size).reversed().thenComparing(Anomaly::id));
        return same;
    }

    private static BigDecimal size(Anomaly anomaly) {
        return Shape.of(anomaly).size();
    }

    private Optional<SeriesKey> slice(Shape seen) {
        return keys.computeIfAbsent(seen.slice(), slices::key);
    }

    /// What the user said of an event, said last; null for nothing.
    @Nullable
    Said own(Anomaly anomaly) {
        return own.get(anomaly.id());
    }

    /// What he said of an event that this one is only a part of by now; null for nothing.
    @Nullable
    Said part(Anomaly anomaly) {
        return parts.get(anomaly.id());
    }

    /// By the event as it is called now, labels without one left out.
    Map<String, Said> byEvent() {
        return own;
    }

    /// The event that a label stands at now; null for none.
    @Nullable
    Anomaly place(String labelled) {
        return places.get(labelled);
    }

    /// An event as it would be seen in the slice of a label, where it can be held against that: a later event is of the slice that was named if the slice is
    /// not watched any more and all that moved lies in it, if it is in the slice at which the labelled event stands now and that lies inside, or if the slice
    /// has only got another name.
    Shape seenBy(Said said, Shape named, Anomaly anomaly, Shape shape) {
        return named.likeButSlice(shape) && anomaly instanceof Finding finding && !named.slice().equals(shape.slice())
                && slice(named).filter(key -> reaches(said, key, finding)).isPresent() ? shape.in(named) : shape;
    }

    private boolean reaches(Said said, SeriesKey named, Finding finding) {
        Anomaly place = places.get(said.given().anomaly());
        boolean follows = place != null && !found.contains(said.given().anomaly())
                && place.key().equals(finding.key()) && named.contains(finding.key());
        return follows || !slices.cut(named) && slices.holds(named, finding) || slices.renamed(named, finding);
    }

    /// Every label, the one given last first.
    Iterable<Said> all() {
        return all.values();
    }
}
