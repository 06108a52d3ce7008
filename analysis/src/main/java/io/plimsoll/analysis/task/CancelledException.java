package io.plimsoll.analysis.task;

/// The work stopped because it was asked to; nothing was changed.
public final class CancelledException extends RuntimeException {
    public CancelledException() {
        super("Cancelled");
    }
}
