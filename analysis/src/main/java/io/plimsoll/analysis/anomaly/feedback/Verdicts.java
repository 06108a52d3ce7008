package io.plimsoll.analysis.anomaly.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.GivenLabel;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;

/// Says of each event whether it is heard: by its own label, a planned activity, a label on an earlier one like it, in this order. The alert budget comes
/// after them, for what is left.
public final class Verdicts {
    private final Carried carried;
    private final Plans plans;
    private final List<Anomaly> anomalies;
    private final Map<String, Shape> shapes = new HashMap<>();

    /// @param said by the event that was labelled, the label given last first
    public Verdicts(Map<String, Said> said, Plans plans, Slices slices, List<Anomaly> anomalies) {
        this.carried = new Carried(said, anomalies, slices);
        this.plans = plans;
        this.anomalies = List.copyOf(anomalies);
        this.anomalies.forEach(each -> shapes.put(each.id(), Shape.of(each)));
    }

    /// @return what is labelled real first, the rest as it came
    public List<Verdict> all() {
        List<Verdict> all = new ArrayList<>(anomalies.stream().map(this::verdict).toList());
        all.sort(Comparator.comparing(each -> each.label() != Label.REAL));
        return List.copyOf(all);
    }

    private Verdict verdict(Anomaly anomaly) {
        Said own = carried.own(anomaly);
        if (own != null) {
            return labelled(anomaly, own);
        }
        Said whole = carried.part(anomaly);
        if (whole != null && !whole.over(anomaly.end()) && !whole.outgrown(shape(anomaly))) {
            return alike(anomaly, whole, "Part of ");
        }
        Optional<Plans.Answer> plan = plans.of(anomaly);
        if (plan.isPresent() && plan.get().covered()) {
            return new Verdict(anomaly, Status.PLANNED, false, null, plan.get().activity().id(),
                    plan.get().activity().days().to(), plan.get().why());
        }
        Said like = like(anomaly);
        if (like != null && like.mutes()) {
            return alike(anomaly, like, "Like ");
        }
        if (plan.isPresent()) {
            return heard(anomaly, null, plan.get().why());
        }
        if (like != null) {
            return alike(anomaly, like, "Like ");
        }
        return heard(anomaly, null, "");
    }

    private static Verdict alike(Anomaly anomaly, Said said, String how) {
        GivenLabel given = said.given();
        String why = how + given.anomaly() + ", which you called " + given.label().id() + until(given.until()) + ".";
        return said.mutes()
                ? new Verdict(anomaly, Status.MUTED, false, null, given.anomaly(), given.until(), why)
                : heard(anomaly, null, why);
    }

    /// The same, with the alert budget. What is labelled, comes back, or is like something real is heard whatever the budget; what is provisional does not
    /// alert and takes nothing of it.
    ///
    /// @param fired which events the alert budget lets through
    public static List<Verdict> within(List<Verdict> verdicts, Set<String> fired) {
        return verdicts.stream().map(each -> each.status() != Status.OPEN || !each.why().isEmpty()
                || each.anomaly().provisional() || fired.contains(each.id())
                        ? each
                        : new Verdict(each.anomaly(), Status.BELOW, false, null, "budget", null,
                                "It weighed too little for the alert budget of its weeks."))
                .toList();
    }

    private static Verdict heard(Anomaly anomaly, @Nullable Label label, String why) {
        return new Verdict(anomaly, Status.OPEN, true, label, "", null, why);
    }

    private Verdict labelled(Anomaly anomaly, Said own) {
        Label label = own.given().label();
        LocalDate until = own.given().until();
        String before = own.given().anomaly();
        String called = "You called it " + label.id() + until(until)
                + (before.equals(anomaly.id()) ? "" : " when it was " + before);
        if (own.mutes() && own.over(anomaly.end())) {
            return heard(anomaly, label, called + ". It lasts longer.");
        }
        if (own.mutes() && own.outgrown(shape(anomaly))) {
            return heard(anomaly, label, called + ". It has grown to more than " + own.factor() + " times that.");
        }
        return new Verdict(anomaly, Status.LABELLED, !own.mutes(), label, own.mutes() ? before : "", until,
                called + ".");
    }

    /// The label given last whose event this one is like.
    private @Nullable Said like(Anomaly anomaly) {
        for (Said each : carried.all()) {
            Shape named = shapes.getOrDefault(each.given().anomaly(), each.seen());
            if (named != null && each.reaches(named, carried.seenBy(each, named, anomaly, shape(anomaly)),
                    anomaly.open())) {
                return each;
            }
        }
        return null;
    }

    private Shape shape(Anomaly anomaly) {
        return shapes.getOrDefault(anomaly.id(), Shape.of(anomaly));
    }

    private static String until(@Nullable LocalDate until) {
        return until == null ? "" : " until " + until;
    }
}
