package io.plimsoll.analysis.workload;

/// Where something about a workload comes from.
public enum Side {
    BILL, TELEMETRY, MANIFEST
}
