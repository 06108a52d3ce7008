package io.plimsoll.analysis.anomaly.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.LabelPlace;
import io.plimsoll.analysis.anomaly.PlannedActivity;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Tells of everything that the user said where it stands now, and why something stands nowhere.
///
/// @param said   by the event that was labelled, the label given last first
/// @param events all that are found
public record Places(Map<String, Said> said, List<Anomaly> events, Slices slices) {
    private static final String BILL = "cost observability";

    public List<LabelPlace> all() {
        Carried carried = new Carried(said, events, slices);
        List<LabelPlace> places = new ArrayList<>();
        said.forEach((id, each) -> {
            Shape seen = each.seen();
            Anomaly now = carried.place(id);
            places.add(new LabelPlace(each.given(), seen == null ? null : seen.slice(),
                    seen == null ? null : seen.start(), now == null ? null : now.id(), why(id, each, now, carried)));
        });
        return places;
    }

    private String why(String id, Said each, @Nullable Anomaly now, Carried carried) {
        Shape seen = each.seen();
        if (now != null) {
            Said holds = carried.own(now);
            String later = holds == each || holds == null
                    ? ""
                    : "A later label on " + holds.given().anomaly()
                            + " holds there.";
            return (now.id().equals(id) ? later : "It is found as " + now.id() + " now. " + later).strip();
        }
        if (seen == null) {
            return "It is not found any more, and what it looked like was not kept.";
        }
        return BILL.contains(seen.domain())
                ? slices.why(seen.slice(), seen)
                : "Nothing like it is found in the loaded data any more.";
    }

    /// As `Feedback.narrowed`.
    public static Optional<String> narrowed(PlannedActivity activity, Slices slices) {
        SeriesKey where = activity.where();
        // A workload goes by several names, and is measured besides.
        if (where.dimensions().containsKey(Inside.WORKLOAD) || slices.cut(where)) {
            return Optional.empty();
        }
        String missing = where.dimensions().keySet().stream()
                .filter(each -> !slices.cut(SeriesKey.of(each, ""))).collect(Collectors.joining(", "));
        return Optional.of("The bill is not cut by " + missing
                + " now: on the bill it covers only what lies wholly in it.");
    }
}
