package io.plimsoll.app.screen.anomalies;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.app.text.Messages;

/// Which findings are listed.
enum Show {
    OPEN, LABELLED, ALL;

    boolean lists(@Nullable Label label) {
        return switch (this) {
            case OPEN -> label == null;
            case LABELLED -> label != null;
            case ALL -> true;
        };
    }

    String title() {
        return Messages.text("anomalies.show." + name().toLowerCase(Locale.ROOT));
    }
}
