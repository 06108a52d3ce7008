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
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;

/// Says of each event whether it is heard: by its own label, a planned activity, a label on an earlier one like it, in this order. The alert budget comes
/// after them, for what is left.
public final class Verdicts {
    private final Map<String, Said> said;
    private final Plans plans;
    private final Map<String, Shape> shapes = new HashMap<>();

    /// @param said  by event, the label given last first
    public Verdicts(Map<String, Said> said, Plans plans) {
        this.said = said;
        this.plans = plans;
    }

    /// @return what is labelled real first, the rest as it came
    public List<Verdict> of(List<Anomaly> anomalies) {
        anomalies.forEach(each -> shapes.put(each.id(), Shape.of(each)));
        List<Verdict> all = new ArrayList<>(anomalies.stream().map(this::verdict).toList());
        all.sort(Comparator.comparing(each -> each.label() != Label.REAL));
        return List.copyOf(all);
    }

    private Verdict verdict(Anomaly anomaly) {
        Said own = said.get(anomaly.id());
        if (own != null) {
            return labelled(anomaly, own);
        }
        Optional<Plans.Answer> plan = plans.of(anomaly);
        if (plan.isPresent() && plan.get().covered()) {
            return new Verdict(anomaly, Status.PLANNED, false, null, plan.get().activity().id(),
                    plan.get().activity().days().to(), plan.get().why());
        }
        Said like = like(anomaly);
        if (like != null && like.mutes()) {
            return new Verdict(anomaly, Status.MUTED, false, null, like.given().anomaly(), like.given().until(),
                    "Like " + like.given().anomaly() + ", which you called " + like.given().label().id()
                            + until(like.given().until()) + ".");
        }
        if (plan.isPresent()) {
            return heard(anomaly, null, plan.get().why());
        }
        if (like != null) {
            return heard(anomaly, null, "Like " + like.given().anomaly() + ", which you called real.");
        }
        return heard(anomaly, null, "");
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
        String called = "You called it " + label.id() + until(until);
        if (own.mutes() && own.over(anomaly.end())) {
            return heard(anomaly, label, called + ". It lasts longer.");
        }
        if (own.mutes() && own.outgrown(shape(anomaly))) {
            return heard(anomaly, label, called + ". It has grown to more than " + own.factor() + " times that.");
        }
        return new Verdict(anomaly, Status.LABELLED, !own.mutes(), label, own.mutes() ? anomaly.id() : "", until,
                called + ".");
    }

    /// The label given last whose event this one is like.
    private @Nullable Said like(Anomaly anomaly) {
        for (Said each : said.values()) {
            Shape named = shapes.getOrDefault(each.given().anomaly(), each.seen());
            if (named != null && each.reaches(named, shape(anomaly), anomaly.open())) {
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
