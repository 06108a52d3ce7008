package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// One event and whether it is heard. Nothing is ever taken away: what is not heard stands here with the reason.
///
/// @param status  see there
/// @param heard   whether it is shown and counted without asking for all
/// @param label   what the user said of this very event, also if that no longer mutes it; null for nothing
/// @param mutedBy what keeps it unheard: id of the labelled event (its own for its own label) or of the planned activity, `budget`, or
///                empty if it is heard
/// @param until   last day, UTC, on which that holds; null for no end
/// @param why     a sentence; empty for an event of which nothing is to be said
public record Verdict(Anomaly anomaly, Status status, boolean heard, @Nullable Label label, String mutedBy,
        @Nullable LocalDate until, String why) {
    public String id() {
        return anomaly.id();
    }
}
