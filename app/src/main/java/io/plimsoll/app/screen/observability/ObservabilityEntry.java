package io.plimsoll.app.screen.observability;

import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.Waste;
import io.plimsoll.analysis.unit.Money;

/// One line of the list, whatever it is about.
///
/// @param about    what it was made of
/// @param title    name of what it is about
/// @param under    what stands below the name, may be empty
/// @param kind     for people
/// @param cost     one amount a currency
/// @param share    of what the section is about, in words; empty without one
/// @param says     in a sentence or a few words
/// @param estimate whether the cost is not billed but worked out
/// @param more     paragraphs that are shown beside the list
record ObservabilityEntry(About about, String title, String under, String kind, List<Money> cost, String share,
        String says, boolean estimate, List<String> more) {
    ObservabilityEntry {
        cost = List.copyOf(cost);
        more = List.copyOf(more);
    }

    /// What a search looks at.
    String words() {
        return (String.join(" ", title, under, kind, says) + " " + String.join(" ", more)).toLowerCase(Locale.ROOT);
    }

    /// One of the four things that a report holds.
    sealed interface About {
        record Charges(LedgerLine line) implements About {}

        record Agent(AgentCost agent) implements About {}

        record Series(Waste waste) implements About {}

        record Cutting(Cut cut) implements About {}
    }
}
