package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.PlannedActivity;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.unit.Money;

/// Holds an event against the planned activities. One that covers it is enough; several don't add up.
///
/// @param slices tells of an event in a larger slice whether it lies in one that is not watched by itself
public record Plans(List<PlannedActivity> all, Slices slices) {
    /// What an activity says of an event that began inside it.
    ///
    /// @param covered whether it is nothing more than was planned
    /// @param why     a sentence
    record Answer(PlannedActivity activity, boolean covered, String why) {}

    /// The covering activity that ends last; without one, the activity that the event outgrew. Empty if it began inside none.
    Optional<Answer> of(Anomaly anomaly) {
        return all.stream().filter(each -> began(each, anomaly)).map(each -> answer(each, anomaly))
                .max(Comparator.comparing(Answer::covered).thenComparing(each -> each.activity().days().to())
                        .thenComparing(each -> each.activity().id()));
    }

    private boolean began(PlannedActivity activity, Anomaly anomaly) {
        return activity.days().contains(anomaly.start()) && (Inside.covers(activity.where(), anomaly.key())
                || anomaly instanceof Finding finding && holds(Inside.onBill(activity.where()), finding));
    }

    private boolean holds(SeriesKey where, Finding finding) {
        return !slices.cut(where) && slices.holds(where, finding);
    }

    private static Answer answer(PlannedActivity activity, Anomaly anomaly) {
        String planned = "Planned until " + activity.days().to() + ": " + activity.what();
        if (anomaly.end().isAfter(activity.days().to())) {
            return new Answer(activity, false, planned + ". It lasts longer.");
        }
        Money most = activity.upTo();
        if (most != null && anomaly instanceof Finding finding
                && !finding.impact().currency().equals(most.currency())) {
            return new Answer(activity, false, planned + ". Its size was said in " + most.currency()
                    + ", the bill is in " + finding.impact().currency() + ".");
        }
        if (!withinMoney(activity, anomaly) || !withinShare(activity, anomaly)) {
            return new Answer(activity, false, planned + ". It is larger than was said.");
        }
        return new Answer(activity, true, planned + ".");
    }

    /// What is not in money can't exceed a sum of it.
    private static boolean withinMoney(PlannedActivity activity, Anomaly anomaly) {
        Money most = activity.upTo();
        return most == null || !(anomaly instanceof Finding finding)
                || finding.impact().amount().abs().compareTo(most.amount()) <= 0;
    }

    /// Where nothing was expected, any change is larger than a share of it.
    private static boolean withinShare(PlannedActivity activity, Anomaly anomaly) {
        BigDecimal most = activity.upToShare();
        if (most == null) {
            return true;
        }
        return switch (anomaly) {
            case Finding finding -> finding.impact().amount().abs().movePointRight(2)
                    .compareTo(finding.expected().amount().abs().multiply(most)) <= 0;
            case Signal signal -> Math.abs(signal.value() - signal.expected()) * 100 <= Math.abs(signal.expected())
                    * most.doubleValue();
        };
    }
}
