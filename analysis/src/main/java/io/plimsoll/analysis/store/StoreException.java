package io.plimsoll.analysis.store;

/// A statement failed in a way that nobody foresaw: a defect of ours, or of SQL that the user typed.
public final class StoreException extends RuntimeException {
    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
