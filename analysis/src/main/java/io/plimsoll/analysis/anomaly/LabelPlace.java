package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// A label that the user gave, and where it stands now.
///
/// @param where the slice that was labelled, as `SeriesKey.text`; null for a label of an older workspace
/// @param start first day of the event that was labelled; null likewise
/// @param event id of the event that it stands at now; null if it matches none, and then it waits until one is found again
/// @param why   a sentence if that is not the id that was labelled; else empty
public record LabelPlace(GivenLabel given, @Nullable String where, @Nullable LocalDate start, @Nullable String event,
        String why) {}
