package io.plimsoll.analysis.billing;

import java.util.Locale;

/// Which of the three sorts of telemetry is paid for, or what serves all of them.
public enum TelemetrySignal {
    LOGS, METRICS, TRACES, OTHER;

    /// Lower case, as in the table of rules.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
