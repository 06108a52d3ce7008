package io.plimsoll.app.screen.observability;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// One line of the list, whatever it is about.
///
/// @param title    name of what it is about
/// @param under    what stands below the name, may be empty
/// @param kind     for people
/// @param cost     one amount a currency
/// @param share    of what the section is about, in words; empty without one
/// @param says     in a sentence or a few words
/// @param estimate whether the cost is not billed but worked out
/// @param more     paragraphs that are shown beside the list
record ObservabilityEntry(String title, String under, String kind, List<Money> cost, String share, String says,
        boolean estimate, List<String> more) {
    ObservabilityEntry {
        cost = List.copyOf(cost);
        more = List.copyOf(more);
    }
}
