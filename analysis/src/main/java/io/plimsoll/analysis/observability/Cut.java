package io.plimsoll.analysis.observability;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.plimsoll.analysis.unit.Money;

/// Something that could be cut, and what it would blind.
///
/// @param subject  a metric, an agent, a log group
/// @param resourceId of a log group or another source as the bill spells it; empty for what is no single resource
/// @param share    of all loaded samples that it makes up, 0..1; 0 where none of it is loaded
/// @param monthly  what it costs a month, one amount a currency, none if not known
/// @param estimate whether `monthly` is worked out by share of samples, and not billed
/// @param blinds   nothing if nothing that is known here needs it
/// @param note     what else is to be known, or empty
public record Cut(Kind kind, String subject, String resourceId, double share, List<Money> monthly, boolean estimate,
        List<Blind> blinds,
        String note) {
    public Cut {
        monthly = List.copyOf(monthly);
        blinds = List.copyOf(blinds);
    }

    /// What is done.
    public enum Kind {
        DROP_METRIC, LONGER_INTERVAL, SHORTER_RETENTION, DROP_SOURCE, DROP_AGENT;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// In one sentence.
    public String sentence() {
        if (blinds.isEmpty()) {
            return "Blinds nothing that is known here; dashboards and alerts outside this clone are not seen.";
        }
        return blinds.stream().map(each -> each.what() + " (" + each.count() + " " + each.of() + ")")
                .collect(Collectors.joining(", ", "Blinds ", "."));
    }
}
