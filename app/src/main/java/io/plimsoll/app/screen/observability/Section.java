package io.plimsoll.app.screen.observability;

import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.app.text.Messages;

/// What the list is about.
enum Section {
    LEDGER, SERIES, CUTS;

    /// One that has lines: without a bill there is no cost, but there are series.
    static Section first(ObservabilityReport report) {
        return !LEDGER.of(report).isEmpty() ? LEDGER : report.wastes().isEmpty() ? CUTS : SERIES;
    }

    String title() {
        return Messages.text("observability.section." + id());
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<ObservabilityEntry> of(ObservabilityReport report) {
        return switch (this) {
            case LEDGER -> ObservabilityText.ledger(report);
            case SERIES -> ObservabilityText.series(report);
            case CUTS -> ObservabilityText.cuts(report);
        };
    }
}
