package io.plimsoll.app.screen.anomalies;

import java.util.Locale;

import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.text.Messages;

/// Which events are listed.
enum Show {
    OPEN, LABELLED, ALL;

    boolean lists(Verdict verdict) {
        return switch (this) {
            case OPEN -> verdict.status() == Status.OPEN;
            case LABELLED -> verdict.label() != null;
            case ALL -> true;
        };
    }

    String title() {
        return Messages.text("anomalies.show." + name().toLowerCase(Locale.ROOT));
    }
}
